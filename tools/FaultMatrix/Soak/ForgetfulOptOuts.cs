using PitWall.Alerts.Twilio;

namespace FaultMatrix.Soak;

/// <summary>Remembers no opt-out, so that one refusal among other faults does not end a recipient's part in a run.</summary>
internal sealed class ForgetfulOptOuts : IOptOutList
{
    public bool Contains(E164PhoneNumber number, AlertChannel channel) => false;

    public void Add(E164PhoneNumber number, AlertChannel channel)
    {
    }

    public void Remove(E164PhoneNumber number, AlertChannel channel)
    {
    }
}
