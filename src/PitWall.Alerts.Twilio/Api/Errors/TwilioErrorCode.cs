using System.Globalization;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio;

/// <summary>A Twilio error code: what it means and what to do about it.</summary>
/// <param name="Value">The number, such as 21610.</param>
/// <remarks>
/// The set is open: Twilio adds and splits codes, so an unknown one is classified by its range. Source of meanings:
/// twilio.com/docs/api/errors.
/// </remarks>
public readonly record struct TwilioErrorCode(int Value)
{
    /// <summary>20003: wrong credentials, a token of another region, or a closed account.</summary>
    public static readonly TwilioErrorCode Authenticate = new(20003);

    /// <summary>20404: no such resource.</summary>
    public static readonly TwilioErrorCode NotFound = new(20404);

    /// <summary>20429: too many concurrent requests; this one was not processed.</summary>
    public static readonly TwilioErrorCode TooManyRequests = new(20429);

    /// <summary>20500: internal error; a create may have taken effect.</summary>
    public static readonly TwilioErrorCode InternalServerError = new(20500);

    /// <summary>20503: service unavailable.</summary>
    public static readonly TwilioErrorCode ServiceUnavailable = new(20503);

    /// <summary>21211: the recipient is not a valid number.</summary>
    public static readonly TwilioErrorCode InvalidTo = new(21211);

    /// <summary>21408: the account may not text this country.</summary>
    public static readonly TwilioErrorCode RegionNotEnabled = new(21408);

    /// <summary>21608: a trial account may only text verified numbers.</summary>
    public static readonly TwilioErrorCode TrialUnverified = new(21608);

    /// <summary>21610: the recipient has opted out with STOP.</summary>
    public static readonly TwilioErrorCode OptedOut = new(21610);

    /// <summary>21611: the queue of this sender is full.</summary>
    public static readonly TwilioErrorCode SenderQueueFull = new(21611);

    /// <summary>21614: the recipient is not a mobile number.</summary>
    public static readonly TwilioErrorCode NotMobile = new(21614);

    /// <summary>30003: the phone is off or out of coverage.</summary>
    public static readonly TwilioErrorCode UnreachableHandset = new(30003);

    /// <summary>30036: the validity period ended before delivery.</summary>
    public static readonly TwilioErrorCode ValidityExpired = new(30036);

    /// <summary>63016: free WhatsApp text outside the 24-hour window.</summary>
    public static readonly TwilioErrorCode WhatsAppWindowClosed = new(63016);

    /// <summary>63018: the channel's rate limit was exceeded.</summary>
    public static readonly TwilioErrorCode ChannelThrottled = new(63018);

    /// <summary>Whether this version knows the code.</summary>
    public bool IsKnown => TwilioErrorTable.Find(Value) is not null;

    /// <summary>The category of the error; for an unknown code, what its range suggests.</summary>
    public TwilioErrorCategory Category => TwilioErrorTable.Find(Value)?.Category ?? Value switch
    {
        >= 11000 and < 12000 => TwilioErrorCategory.Webhook,
        >= 12000 and < 15000 => TwilioErrorCategory.Twiml,
        >= 20000 and < 22000 => TwilioErrorCategory.Request,
        >= 30000 and < 31000 => TwilioErrorCategory.Carrier,
        >= 63000 and < 64000 => TwilioErrorCategory.Policy,
        _ => TwilioErrorCategory.Unknown,
    };

    /// <summary>Whether sending again helps; for an unknown code, what its range suggests.</summary>
    public TwilioErrorRetry Retry => TwilioErrorTable.Find(Value)?.Retry ?? Value switch
    {
        >= 30000 and < 31000 or >= 63000 and < 64000 => TwilioErrorRetry.OtherWay,
        _ => TwilioErrorRetry.No,
    };

    /// <summary>What the code means, in a sentence; empty for an unknown code.</summary>
    public string Meaning => TwilioErrorTable.Find(Value)?.Meaning ?? string.Empty;

    /// <summary>What to do about it, in a sentence; empty for an unknown code.</summary>
    public string Advice => TwilioErrorTable.Find(Value)?.Advice ?? string.Empty;

    /// <summary>Converts the code to its number.</summary>
    /// <param name="code">The code.</param>
    public static implicit operator int(TwilioErrorCode code) => code.Value;

    /// <summary>Returns the code's number.</summary>
    /// <returns>The number.</returns>
    public int ToInt32() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
