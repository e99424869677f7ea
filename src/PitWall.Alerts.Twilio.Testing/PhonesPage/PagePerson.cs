namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>Does with the phones what the person in front of the page wants.</summary>
internal sealed class PagePerson(PageModel model)
{
    // Source: Twilio docs, Message resource: a body has at most 1,600 characters.
    private const int MaxText = 1600;

    private const int MaxKeys = 32;

    /// <summary>Does it; false when there is no such action, or nothing it could be done to.</summary>
    /// <exception cref="ArgumentException">Thrown when something is missing or not what it must be.</exception>
    /// <exception cref="SandboxExpectationException">Thrown when it cannot be done now.</exception>
    public async Task<bool> TryDoAsync(string action, PageAction request, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case "text":
                var channel = request.WhatsApp ? SandboxChannel.WhatsApp : SandboxChannel.Sms;
                await Phone(request).TextAsync(Text(request.Body, MaxText, "body"), request.To, channel).WaitAsync(cancellationToken).ConfigureAwait(false);
                return true;
            case "dial":
                Phone(request).Call(request.To);
                return true;
            case "name":
                return model.Names.TryRename(Phone(request).Number, Text(request.Name, PhoneNames.MaxLength, "name").Trim());
            case "habits":
                return TryTell(Phone(request), request);
            case "fault" or "fault-once":
                return TryPlay(request, isOnce: action == "fault-once");
            case "clear-faults":
                model.Faults.Clear();
                return true;
            default:
                return model.Sandbox.Calls.LastOrDefault(call => call.Sid == request.Sid) is { } call && await TryTalkAsync(call, action, request, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> TryTalkAsync(SandboxCall call, string action, PageAction request, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case "answer":
                await call.AnswerAsync(cancellationToken).ConfigureAwait(false);
                return true;
            case "reject":
                await call.RejectAsync(cancellationToken).ConfigureAwait(false);
                return true;
            case "press":
                await call.PressAsync(Text(request.Keys, MaxKeys, "keys"), cancellationToken).ConfigureAwait(false);
                return true;
            case "hang-up":
                call.HangUp();
                return true;
            default:
                return false;
        }
    }

    private static bool TryTell(SandboxPhone phone, PageAction request)
    {
        var texts = request.Texts is { } delivery ? HabitNames.Delivery(delivery) : null;
        var calls = request.Calls is { } answering ? HabitNames.Answering(answering) : null;
        if (texts is null && calls is null) return false;

        if (texts is not null) phone.Delivery = texts;
        if (calls is not null) phone.Answering = calls;
        return true;
    }

    private bool TryPlay(PageAction request, bool isOnce)
    {
        if (FaultSwitch.All.FirstOrDefault(known => known.Key == request.Fault) is not { } fault) return false;
        var share = request.Share ?? 1;
        if (share is not (> 0 and <= 1)) throw new ArgumentException("The share is above 0 and up to 1.", nameof(request));

        if (isOnce) model.Faults.Once(fault);
        else model.Faults.Switch(fault, request.On, share);
        return true;
    }

    private SandboxPhone Phone(PageAction request) => model.Sandbox.Phone(request.Phone ?? throw new ArgumentException("The phone is missing.", nameof(request)));

    private static string Text(string? text, int maxLength, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new ArgumentException($"The {name} is empty.");
        if (text.Length > maxLength) throw new ArgumentException($"The {name} has more than {maxLength} characters.");

        return text;
    }
}
