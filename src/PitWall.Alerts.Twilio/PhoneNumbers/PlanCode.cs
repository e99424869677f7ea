using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>A calling code of the plan. <c>default</c> is none.</summary>
/// <param name="Number">The number of the code in the plan; 0 for none.</param>
internal readonly record struct PlanCode(int Number)
{
    internal bool IsNone => Number == 0;

    internal int Code => Field(CodeField.Code);

    /// <summary>How many digits the code has; 0 for none.</summary>
    internal int Digits => Field(CodeField.Digits);

    /// <summary>Where a walk over national digits starts.</summary>
    internal int Start => Field(CodeField.Start);

    internal PlanRegion MainRegion => new(Field(CodeField.MainRegion));

    internal bool IsShared => Field(CodeField.Regions) > 1;

    private int Field(CodeField field) => PlanResource.Codes[(Number * (int)CodeField.Count) + (int)field];
}
