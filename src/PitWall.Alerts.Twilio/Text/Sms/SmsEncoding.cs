namespace PitWall.Alerts.Twilio;

/// <summary>The alphabet in which an SMS is transmitted; it determines how much fits into a segment.</summary>
/// <remarks>Source: 3GPP TS 23.038 (alphabets) and 3GPP TS 23.040 section 9.2.3.24 (concatenation).</remarks>
public enum SmsEncoding
{
    /// <summary>The GSM 7-bit default alphabet and its extension table: 160 units in one segment, 153 in each of several.</summary>
    Gsm7 = 0,

    /// <summary>UTF-16 code units: 70 in one segment, 67 in each of several. One character outside GSM-7 forces it on the whole text.</summary>
    Ucs2 = 1,
}
