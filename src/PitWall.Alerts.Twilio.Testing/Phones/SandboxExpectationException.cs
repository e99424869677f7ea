namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// A virtual phone did not get what a test expected, or got something unexpected. The message lists what the phone did get.
/// </summary>
public sealed class SandboxExpectationException : Exception
{
    /// <summary>Creates an exception with a general message.</summary>
    public SandboxExpectationException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was expected, and what happened.</param>
    public SandboxExpectationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a cause.</summary>
    /// <param name="message">What was expected, and what happened.</param>
    /// <param name="innerException">The cause.</param>
    public SandboxExpectationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
