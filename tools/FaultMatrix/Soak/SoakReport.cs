namespace FaultMatrix.Soak;

/// <summary>What became of many alerts under one random fault, as told and as it was.</summary>
internal sealed record SoakReport
{
    public required string Fault { get; init; }

    public int Accepted { get; set; }

    public int Failed { get; set; }

    /// <summary>Suppressed because of what the fault had taught: the recipient has opted out.</summary>
    public int HeldBack { get; set; }

    /// <summary>Told as unknown, and on the phone.</summary>
    public int UnknownAndSent { get; set; }

    /// <summary>Told as unknown, and not on the phone.</summary>
    public int UnknownAndNotSent { get; set; }

    /// <summary>Told as accepted, and not on the phone. Must be 0.</summary>
    public int Lost { get; set; }

    /// <summary>Told as failed or held back, and on the phone. Must be 0.</summary>
    public int Denied { get; set; }

    /// <summary>On the phone more than once although the list had shown the first. Must be 0.</summary>
    public int InexcusableDuplicates { get; set; }

    /// <summary>On the phone more than once because the list had not shown the first within the window.</summary>
    public int UnseenDuplicates { get; set; }

    public static SoakReport operator +(SoakReport a, SoakReport b) => new()
    {
        Fault = a.Fault,
        Accepted = a.Accepted + b.Accepted,
        Failed = a.Failed + b.Failed,
        HeldBack = a.HeldBack + b.HeldBack,
        UnknownAndSent = a.UnknownAndSent + b.UnknownAndSent,
        UnknownAndNotSent = a.UnknownAndNotSent + b.UnknownAndNotSent,
        Lost = a.Lost + b.Lost,
        Denied = a.Denied + b.Denied,
        InexcusableDuplicates = a.InexcusableDuplicates + b.InexcusableDuplicates,
        UnseenDuplicates = a.UnseenDuplicates + b.UnseenDuplicates,
    };

    /// <summary>Every alert, once.</summary>
    public int Alerts => Accepted + Failed + HeldBack + UnknownAndSent + UnknownAndNotSent;

    public bool IsTruthful => Lost == 0 && Denied == 0 && InexcusableDuplicates == 0;
}
