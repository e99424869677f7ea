namespace PitWall.Alerts.Twilio.Testing;

/// <summary>Something wrong with a call's instructions, as Twilio's debugger would show it.</summary>
/// <param name="Code">Twilio's code, such as 12100 for XML that cannot be parsed.</param>
/// <param name="Detail">What is wrong, in words.</param>
public readonly record struct SandboxCallProblem(int Code, string Detail);
