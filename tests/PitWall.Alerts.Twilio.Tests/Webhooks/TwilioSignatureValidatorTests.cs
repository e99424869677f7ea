using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.Webhooks;
using static PitWall.Alerts.Twilio.Tests.Webhooks.TwilioSignatureVectors;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class TwilioSignatureValidatorTests
{
    private const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private readonly TwilioSignatureValidator _sut = new(Token);

    [Theory]
    [MemberData(nameof(Forms), MemberType = typeof(TwilioSignatureVectors))]
    public void ValidateForm_PublishedVector_IsValid(string url, KeyValuePair<string, string>[] fields, string signature)
    {
        _sut.ValidateForm(url, fields, signature).Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Theory]
    [MemberData(nameof(Forms), MemberType = typeof(TwilioSignatureVectors))]
    public void Compute_PublishedVector_GivesItsSignature(string url, KeyValuePair<string, string>[] fields, string signature)
    {
        TwilioSignature.Compute(url, fields, Token).Should().Be(signature);
    }

    [Theory]
    [MemberData(nameof(Forms), MemberType = typeof(TwilioSignatureVectors))]
    public void ValidateForm_FieldsInAnyOrder_IsValid(string url, KeyValuePair<string, string>[] fields, string signature)
    {
        var reversed = fields.Reverse().ToArray();

        _sut.ValidateForm(url, reversed, signature).Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Theory]
    [MemberData(nameof(Forms), MemberType = typeof(TwilioSignatureVectors))]
    public void ValidateForm_AnyValueOrNameTouched_IsMismatch(string url, KeyValuePair<string, string>[] fields, string signature)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var (name, value) = fields[i];
            KeyValuePair<string, string>[] replacements =
                [new(name, value + " "), new(name, ""), new(name + "x", value), new(name.ToLowerInvariant(), value)];
            foreach (var replacement in replacements)
            {
                var touched = fields.ToArray();
                touched[i] = replacement;

                _sut.ValidateForm(url, touched, signature).Should().Be(TwilioSignatureVerdict.Mismatch, "{0} was {1}", replacement, fields[i]);
            }
        }
    }

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=3")]
    [InlineData("https://mycompany.com/myapp.php?bar=2&foo=1")]
    [InlineData("https://mycompany.com/myapp.php/?foo=1&bar=2")]
    [InlineData("https://mycompany.com/myapp.php")]
    [InlineData("https://mycompany.com.evil.example/myapp.php?foo=1&bar=2")]
    [InlineData("https://MYCOMPANY.com/myapp.php?foo=1&bar=2")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com:444443/myapp.php?foo=1&bar=22")]
    public void ValidateForm_OtherUrl_IsMismatch(string url)
    {
        _sut.ValidateForm(url, CallFields, Signature).Should().Be(TwilioSignatureVerdict.Mismatch);
    }

    [Theory]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com:8443/myapp.php?foo=1&bar=2")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2")]
    [InlineData("https://user:p%40ss@mycompany.com:443/myapp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2#rc=2&rp=all")]
    public void ValidateForm_SignedWithoutPortUserInfoAndFragment_IsValid(string url)
    {
        _sut.ValidateForm(url, CallFields, Signature).Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    public void ValidateForm_SignedWithDefaultPort_IsValid(string url, string signature)
    {
        _sut.ValidateForm(url, CallFields, signature).Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Theory]
    [InlineData("http://[::1]:8080/cb", "http://[::1]/cb")]
    [InlineData("http://[::1]/cb", "http://[::1]:80/cb")]
    [InlineData("wss://host/stream", "wss://host:443/stream")]
    [InlineData("ws://host/stream", "ws://host:80/stream")]
    [InlineData("https://host", "https://host")]
    [InlineData("https://host?a=b@c:d", "https://host:443?a=b@c:d")]
    [InlineData("https://user:pass@host/cb?a=b", "https://user:pass@host:443/cb?a=b")]
    [InlineData("https://user:pass@host:443/cb?a=b", "https://user:pass@host/cb?a=b")]
    [InlineData("https://user:pass@host:8443/cb?a=b", "https://host:8443/cb?a=b")]
    [InlineData("https://user:pass@host/cb?a=b", "https://host:443/cb?a=b")]
    public void ValidateUrl_SignedInAnotherForm_IsValid(string seen, string signed)
    {
        var signature = TwilioSignature.Compute(signed, [], Token);

        _sut.ValidateUrl(seen, signature).Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Fact]
    public void ValidateForm_SortOfConcatenatedPairs_IsMismatch()
    {
        KeyValuePair<string, string>[] fields = [.. CallFields, new("ReasonConferenceEnded", "test"), new("Reason", "Participant")];

        _sut.ValidateForm(Url, fields, "95+Bu0JVPi0r/SsESZCVf0dWAjw=").Should().Be(TwilioSignatureVerdict.Mismatch);
    }

    [Theory]
    [InlineData(null, TwilioSignatureVerdict.MissingSignature)]
    [InlineData("", TwilioSignatureVerdict.MissingSignature)]
    [InlineData("  ", TwilioSignatureVerdict.MissingSignature)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8", TwilioSignatureVerdict.MalformedSignature)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=,RSOYDt4T1cUTdK1PDd93/VVr8B8=", TwilioSignatureVerdict.MalformedSignature)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8!!=", TwilioSignatureVerdict.MalformedSignature)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8A==", TwilioSignatureVerdict.MalformedSignature)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B9=", TwilioSignatureVerdict.MalformedSignature)]
    [InlineData("XSOYDt4T1cUTdK1PDd93/VVr8B8=", TwilioSignatureVerdict.Mismatch)]
    public void ValidateForm_BadHeader_IsRefused(string? signature, TwilioSignatureVerdict expected)
    {
        _sut.ValidateForm(Url, CallFields, signature).Should().Be(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/myapp.php?foo=1&bar=2")]
    [InlineData("ftp://mycompany.com/myapp.php")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("https://:443/path")]
    public void ValidateForm_NoAbsoluteUrl_IsRefused(string? url)
    {
        _sut.ValidateForm(url, CallFields, Signature).Should().Be(TwilioSignatureVerdict.InvalidUrl);
    }

    [Fact]
    public void ValidateForm_NullNameAndValue_DoesNotThrow()
    {
        _sut.ValidateForm(Url, [default], Signature).Should().Be(TwilioSignatureVerdict.Mismatch);
    }

    [Fact]
    public void ValidateForm_SeveralTokens_AcceptsAnyOfThem()
    {
        var sut = new TwilioSignatureValidator([null, "", "new-token", Token]);

        sut.ValidateForm(Url, CallFields, Signature).Should().Be(TwilioSignatureVerdict.Valid);
        sut.ValidateForm(Url, CallFields, TwilioSignature.Compute(Url, CallFields, "new-token")).Should().Be(TwilioSignatureVerdict.Valid);
        sut.ValidateForm(Url, CallFields, TwilioSignature.Compute(Url, CallFields, "stranger")).Should().Be(TwilioSignatureVerdict.Mismatch);
    }

    [Fact]
    public void ValidateForm_NoToken_IsRefused()
    {
        var sut = new TwilioSignatureValidator([null, ""]);

        sut.ValidateForm(Url, CallFields, TwilioSignature.Compute(Url, CallFields, "")).Should().Be(TwilioSignatureVerdict.NoToken);
    }

    [Fact]
    public void ValidateBody_PublishedVector_IsValid()
    {
        _sut.ValidateBody(JsonUrl, Encoding.UTF8.GetBytes(JsonBody), JsonSignature).Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Fact]
    public void ValidateBody_BodyTampered_IsRefused()
    {
        var tampered = Encoding.UTF8.GetBytes(JsonBody.Replace("true", "false", StringComparison.Ordinal));

        _sut.ValidateBody(JsonUrl, tampered, JsonSignature).Should().Be(TwilioSignatureVerdict.BodyMismatch);
    }

    [Theory]
    [InlineData(Url, TwilioSignatureVerdict.MissingBodyHash)]
    [InlineData(Url + "&xbodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", TwilioSignatureVerdict.MissingBodyHash)]
    [InlineData(Url + "#bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", TwilioSignatureVerdict.MissingBodyHash)]
    [InlineData("https://mycompany.com/bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", TwilioSignatureVerdict.MissingBodyHash)]
    [InlineData(Url + "&bodySHA256", TwilioSignatureVerdict.MissingBodyHash)]
    [InlineData(Url + "&bodySHA256=", TwilioSignatureVerdict.MissingBodyHash)]
    [InlineData(Url + "&bodySHA256=0a1f", TwilioSignatureVerdict.BodyMismatch)]
    [InlineData(Url + "&bodySHA256=zz1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", TwilioSignatureVerdict.BodyMismatch)]
    [InlineData(Url + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e662000", TwilioSignatureVerdict.BodyMismatch)]
    public void ValidateBody_HashMissingOrMalformed_IsRefusedThoughTheUrlIsSigned(string url, TwilioSignatureVerdict expected)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var signature = TwilioSignature.Compute(hash < 0 ? url : url[..hash], [], Token);

        _sut.ValidateBody(url, Encoding.UTF8.GetBytes(JsonBody), signature).Should().Be(expected);
    }

    [Fact]
    public void ValidateBody_UrlNotSigned_IsMismatch()
    {
        _sut.ValidateBody(JsonUrl, Encoding.UTF8.GetBytes(JsonBody), Signature).Should().Be(TwilioSignatureVerdict.Mismatch);
    }

    [Fact]
    public void Verdict_ZeroValue_IsARefusal()
    {
        default(TwilioSignatureVerdict).Should().NotBe(TwilioSignatureVerdict.Valid);
    }

    [Fact]
    public void Compute_NamesBeyondTheBasicPlane_AreOrderedByTheirUtf8Bytes()
    {
        // U+FF21 is EF BC A1 and U+1F3C1 is F0 9F 8F 81 in UTF-8, while the UTF-16 unit D83C is below FF21.
        KeyValuePair<string, string>[] fields = [new("\U0001F3C1", "flag"), new("Ａ", "wide")];

        var signature = TwilioSignature.Compute("https://h/", fields, Token);

        signature.Should().Be(TwilioSignature.Compute("https://h/Ａwide\U0001F3C1flag", [], Token));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(32)]
    [InlineData(33)]
    public void Compute_NamesFromAllPlanes_AreOrderedByTheirUtf8Bytes(int count)
    {
        // The ends of every range that UTF-16 and UTF-8 order differently.
        string[] letters = ["\0", "A", "a", "\u07FF", "\uD7FF", "\uE000", "\uE001", "\uFFFD", "\uFFFF", "\U00010000", "\U0001F3C1", "\U0010FFFF"];
        var random = new Random(count);
        for (var round = 0; round < 300; round++)
        {
            var names = Enumerable.Range(0, count).Select(_ => string.Concat(random.GetItems(letters, random.Next(6)))).Distinct();
            var fields = names.Select(static (name, i) => new KeyValuePair<string, string>(name, $"{i}")).ToArray();
            var expected = string.Concat(fields.OrderBy(static f => Convert.ToHexString(Encoding.UTF8.GetBytes(f.Key)), StringComparer.Ordinal).Select(static f => f.Key + f.Value));

            TwilioSignature.Compute("https://h/", fields, Token).Should().Be(TwilioSignature.Compute("https://h/" + expected, [], Token));
        }
    }

    [Fact]
    public void Constructor_NullTokens_Throws()
    {
        var act = () => new TwilioSignatureValidator((IEnumerable<string>)null!);

        act.Should().Throw<ArgumentNullException>().WithParameterName("authTokens");
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(500)]
    public void Compute_AnyNumberOfFields_IsSortedAndWithoutEqualPairs(int count)
    {
        var fields = Enumerable.Range(0, count)
            .Select(static i => new KeyValuePair<string, string>("Name" + (i * 7919 % 97), (i % 5).ToString(CultureInfo.InvariantCulture)))
            .ToArray();
        var expected = string.Concat(fields.Distinct().OrderBy(static f => f.Key, StringComparer.Ordinal).ThenBy(static f => f.Value, StringComparer.Ordinal)
            .Select(static f => f.Key + f.Value));

        var signature = TwilioSignature.Compute("https://h/", fields, Token);

        signature.Should().Be(TwilioSignature.Compute("https://h/" + expected, [], Token));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("es-ES")]
    [InlineData("th-TH")]
    public void ValidateForm_AnyCulture_IsValid(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            _sut.ValidateForm(Url, CallFields, Signature).Should().Be(TwilioSignatureVerdict.Valid);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ValidateForm_AnyText_NeverThrowsAndOnlyBelievesItsOwnSignature()
    {
        Prop.ForAll<string?, string?, string?>((url, value, signature) =>
        {
            var verdict = _sut.ValidateForm(url, [new(value!, url!)], signature);
            var verdictOfBody = _sut.ValidateBody(url, Encoding.UTF8.GetBytes(value ?? ""), signature);

            return verdict != TwilioSignatureVerdict.Valid && verdictOfBody != TwilioSignatureVerdict.Valid;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ValidateForm_AnySignedFields_IsValidUntilOneBitChanges()
    {
        Prop.ForAll<NonNull<string>[], byte>((texts, bit) =>
        {
            var fields = texts.Select((text, i) => new KeyValuePair<string, string>("k" + (i % 3), text.Get)).ToArray();
            var signature = TwilioSignature.Compute("https://host/cb", fields, Token);
            var bytes = Convert.FromBase64String(signature);
            bytes[bit % bytes.Length] ^= (byte)(1 << (bit % 8));

            return _sut.ValidateForm("https://host/cb", fields, signature) == TwilioSignatureVerdict.Valid
                && _sut.ValidateForm("https://host/cb", fields, Convert.ToBase64String(bytes)) == TwilioSignatureVerdict.Mismatch;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ValidateForm_NineFields_AllocatesAtMost64Bytes()
    {
        KeyValuePair<string, string>[] fields = [.. CallFields, new("ApiVersion", "2010-04-01"), new("Direction", "inbound"), new("CallStatus", "ringing"), new("AccountSid", "AC00000000000000000000000000000000")];
        var signature = TwilioSignature.Compute(Url, fields, Token);
        for (var i = 0; i < 200; i++) _sut.ValidateForm(Url, fields, signature);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) _sut.ValidateForm(Url, fields, signature);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;

        each.Should().BeLessThanOrEqualTo(64);
    }
}
