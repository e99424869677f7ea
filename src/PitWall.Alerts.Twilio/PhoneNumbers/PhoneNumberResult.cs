using PitWall.Alerts.Twilio.PhoneNumbers;

namespace PitWall.Alerts.Twilio;

/// <summary>
/// The result of reading a text as a phone number. A small value; the sentence of <see cref="Reason"/> is built only on demand.
/// </summary>
public readonly struct PhoneNumberResult : IEquatable<PhoneNumberResult>
{
    /// <summary>
    /// <see cref="Number"/> as a field, for code that reads the first number of a process: every property is a method to compile.
    /// </summary>
    internal readonly E164PhoneNumber NumberField;

    private readonly PhoneNumberProblem _problem;

    internal PhoneNumberResult(E164PhoneNumber number, bool isSuspicious)
    {
        NumberField = number;
        IsSuspicious = isSuspicious;
    }

    internal PhoneNumberResult(PhoneNumberProblem problem) => _problem = problem;

    /// <summary>Whether there is a number. <see langword="false"/> for <c>default</c>.</summary>
    public bool IsSuccess => Number.HasValue;

    /// <summary>The number; without a value unless <see cref="IsSuccess"/>.</summary>
    public E164PhoneNumber Number => NumberField;

    /// <summary>Why there is no number; <see cref="PhoneNumberError.None"/> when there is.</summary>
    public PhoneNumberError Error => IsSuccess || _problem.Error != PhoneNumberError.None ? _problem.Error : PhoneNumberError.NotANumber;

    /// <summary>
    /// Whether the number was accepted although no range of the plan contains it: mistyped, or newer than the plan. Only below
    /// <see cref="PhoneNumberLevel.Valid"/>.
    /// </summary>
    public bool IsSuspicious { get; }

    /// <summary>
    /// Why there is no number, in a sentence that names the region's own rule, such as "9 digits after +1, the United States and
    /// Canada have 10". It never contains the number, so it may be logged. <see langword="null"/> if there is a number.
    /// </summary>
    public string? Reason => IsSuccess ? null : PhoneNumberReason.Of(Error, _problem);

    /// <summary>Creates a result with a number, for a host's own normalizer.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isSuspicious">Whether no range of the plan contains it. Default <see langword="false"/>.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="number"/> has no value.</exception>
    public static PhoneNumberResult Success(E164PhoneNumber number, bool isSuspicious = false) =>
        number.HasValue ? new(number, isSuspicious) : throw new ArgumentException("There is no number in it.", nameof(number));

    /// <summary>Creates a refusal, for a host's own normalizer. Its <see cref="Reason"/> names no region's rule.</summary>
    /// <param name="error">Why there is no number.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="error"/> is <see cref="PhoneNumberError.None"/>.</exception>
    public static PhoneNumberResult Failure(PhoneNumberError error) =>
        error != PhoneNumberError.None ? new(new PhoneNumberProblem(error)) : throw new ArgumentOutOfRangeException(nameof(error), error, "A refusal has a reason.");

    /// <summary>Returns the <see cref="Reason"/> with the text in front of it, for the person who typed it. Not for logs.</summary>
    /// <param name="text">The text that was read.</param>
    /// <returns>The message; <see langword="null"/> when there is a number.</returns>
    public string? Explain(ReadOnlySpan<char> text) => IsSuccess ? null : $"{text}: {Reason}";

    /// <inheritdoc/>
    public bool Equals(PhoneNumberResult other) =>
        Number == other.Number && IsSuspicious == other.IsSuspicious && _problem == other._problem;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PhoneNumberResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, IsSuspicious, _problem);

    /// <summary>Whether two results are the same.</summary>
    /// <param name="left">The first result.</param>
    /// <param name="right">The second result.</param>
    /// <returns><see langword="true"/> when they are.</returns>
    public static bool operator ==(PhoneNumberResult left, PhoneNumberResult right) => left.Equals(right);

    /// <summary>Whether two results differ.</summary>
    /// <param name="left">The first result.</param>
    /// <param name="right">The second result.</param>
    /// <returns><see langword="true"/> when they do.</returns>
    public static bool operator !=(PhoneNumberResult left, PhoneNumberResult right) => !left.Equals(right);

    /// <summary>Returns the redacted number, or the reason why there is none. Safe for logs.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsSuccess ? Number.ToRedactedString() : Reason!;

}
