using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>What happens to calls to a phone.</summary>
public sealed record PhoneAnswering
{
    private PhoneAnswering(PhoneAnswer answer) => Answer = answer;

    /// <summary>
    /// Someone answers, listens, and can press keys: a test presses them with <see cref="SandboxCall.PressAsync"/>, for as long as the
    /// instructions wait for keys on the sandbox's clock. This is the default.
    /// </summary>
    public static PhoneAnswering Attended { get; } = new(PhoneAnswer.Attended);

    /// <summary>Someone answers and listens but never presses a key; the wait for keys takes no time.</summary>
    public static PhoneAnswering Listening { get; } = new(PhoneAnswer.Pressing);

    /// <summary>
    /// The phone rings until a test answers with <see cref="SandboxCall.AnswerAsync"/>, or the call's ring time-out ends on the sandbox's
    /// clock.
    /// </summary>
    public static PhoneAnswering Ringing { get; } = new(PhoneAnswer.Ringing);

    /// <summary>An answering machine takes the call.</summary>
    public static PhoneAnswering Machine { get; } = new(PhoneAnswer.Machine);

    /// <summary>The phone is busy.</summary>
    public static PhoneAnswering Busy { get; } = new(PhoneAnswer.Busy);

    /// <summary>Nobody answers; the ringing takes no time.</summary>
    public static PhoneAnswering Unanswered { get; } = new(PhoneAnswer.Unanswered);

    /// <summary>The call cannot be placed.</summary>
    public static PhoneAnswering Unreachable { get; } = new(PhoneAnswer.Unreachable);

    internal PhoneAnswer Answer { get; }

    internal IReadOnlyList<string> Keys { get; private init; } = [];

    /// <summary>
    /// Someone answers and presses the next of these keys whenever keys are asked for, and none when all are used. It takes no
    /// time.
    /// </summary>
    /// <param name="keys">The keys to press each time: digits, <c>*</c> and <c>#</c>.</param>
    public static PhoneAnswering Pressing(params string[] keys) => new(PhoneAnswer.Pressing) { Keys = [.. keys] };
}
