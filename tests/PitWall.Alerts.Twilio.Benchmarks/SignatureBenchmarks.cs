using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Benchmarks;

/// <summary>What a webhook's signature costs. Aim: 1.25 times the HMAC that nobody can do without, at most 64 B.</summary>
[MemoryDiagnoser]
public class SignatureBenchmarks
{
    private const string Url = "https://pit.example.com/twilio/status?alert=0123456789abcdef";
    private const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly KeyValuePair<string, string>[] Fields =
    [
        new("SmsSid", "SM0123456789abcdef0123456789abcdef"),
        new("SmsStatus", "delivered"),
        new("MessageStatus", "delivered"),
        new("To", "+34600111222"),
        new("MessageSid", "SM0123456789abcdef0123456789abcdef"),
        new("AccountSid", "AC0123456789abcdef0123456789abcdef"),
        new("From", "+15125550100"),
        new("ApiVersion", "2010-04-01"),
        new("RawDlrDoneDate", "2504261432"),
    ];

    private readonly TwilioSignatureValidator _validator = new(Token);
    private readonly string _signature = TwilioSignature.Compute(Url, Fields, Token);
    private readonly byte[] _key = Encoding.UTF8.GetBytes(Token);
    private readonly byte[] _content = Encoding.UTF8.GetBytes(
        Url + string.Concat(Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + f.Value)));

    [Benchmark(Baseline = true, Description = "HMAC-SHA1 of the signed bytes alone")]
    public int Floor()
    {
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        return HMACSHA1.HashData(_key, _content, hash);
    }

    [Benchmark(Description = "A callback with 9 fields, valid")]
    public TwilioSignatureVerdict Validate() => _validator.ValidateForm(Url, Fields, _signature);

    [Benchmark(Description = "The same, forged: every form of the URL is tried")]
    public TwilioSignatureVerdict Refuse() => _validator.ValidateForm(Url, Fields, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
}
