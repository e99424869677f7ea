namespace PitWall.Alerts.Twilio.Tests.Webhooks;

/// <summary>
/// Known answers. All are made with the token <c>12345</c>; they come from Twilio's security documentation and the test suites of its SDKs
/// (github twilio/twilio-csharp, twilio-node, twilio-python), but for the two that are named as our own, which openssl made:
/// <c>printf '%s' "$content" | openssl dgst -sha1 -hmac 12345 -binary | base64</c>.
/// </summary>
internal static class TwilioSignatureVectors
{
    public const string Token = "12345";

    public const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";

    public const string JsonUrl = Url + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    public const string JsonBody = """{"property": "value", "boolean": true}""";

    public const string JsonSignature = "a9nBmqA0ju/hNViExpshrM61xv4=";

    public static readonly KeyValuePair<string, string>[] CallFields =
    [
        new("CallSid", "CA1234567890ABCDE"),
        new("Caller", "+14158675309"),
        new("Digits", "1234"),
        new("From", "+14158675309"),
        new("To", "+18005551212"),
    ];

    public static TheoryData<string, KeyValuePair<string, string>[], string> Forms => new()
    {
        { Url, CallFields, "RSOYDt4T1cUTdK1PDd93/VVr8B8=" },
        { "https://mycompany.com:443/myapp.php?foo=1&bar=2", CallFields, "kvajT1Ptam85bY51eRf/AJRuM3w=" },
        { "http://mycompany.com:80/myapp.php?foo=1&bar=2", CallFields, "0ZXoZLH/DfblKGATFgpif+LLRf4=" },
        { "https://mycompany.com:1234/myapp.php?foo=1&bar=2", CallFields, "CYn1h0gLBdNxDGkKJg6hYohgeD8=" },
        { "http://mycompany.com:1234/myapp.php?foo=1&bar=2", CallFields, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=" },
        { "https://MyCompany.com/myapp.php?foo=1&bar=2", CallFields, "g9IN/x4Cft2g517EjYvEvM/W7LU=" },
        { "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", CallFields, "CukzLTc1tT5dXEDIHm/tKBanW10=" },
        { Url + "&Body=It%27s+amazing", CallFields, "TfZzewPq8wqrGlMfyAud8+/IvJ0=" },
        {
            Url,
            [new("MessagingBinding.Address", "+1325xxxxxxx"), new("MessagingBinding.Address", "+1415xxxxxxx")],
            "83O6e2vORAoJHUNzJjDWN1jz+BA="
        },
        {
            Url,
            [new("Sid", "CA123"), new("SidAccount", "AC123"), new("Digits", "5678"), new("Digits", "1234"), new("Digits", "1234")],
            "IK+Dwps556ElfBT0I3Rgjkr1wJU="
        },
        {
            Url,
            [.. CallFields, new("ReasonConferenceEnded", "test"), new("Reason", "Participant")],
            "vOEb5UThFn24KEfnOFLQY2AE5FY="
        },
        {
            "https://example.com/myapp.php?foo=1&bar=2",
            [
                new("CallSid", "CA1234567890ABCDE"), new("Caller", "+14158675310"), new("Digits", "1234"), new("From", "+14158675310"),
                new("To", "+18005551212"),
            ],
            "L/OH5YylLD5NRKLltdqwSvS0BnU="
        },
        {
            // Our own: text outside the basic plane.
            "https://example.com/sms",
            [
                new("Body", "Bandera roja \U0001F3C1 ñ"), new("From", "whatsapp:+34600111222"),
                new("MessageSid", "SM00000000000000000000000000000000"),
            ],
            "WnboXPu7DZnz0ozvRayoJVL3ziw="
        },
        {
            // Our own: names that differ only in characters which a culture's sort would ignore or reorder.
            "https://example.com/sms",
            [new("A_b", "1"), new("Ab", "2"), new("A-b", "3"), new("A.b", "4")],
            "8H4xc14+R4iVOyKM6m8iD4Ag88k="
        },
    };
}
