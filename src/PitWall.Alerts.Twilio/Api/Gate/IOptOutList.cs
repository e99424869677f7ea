namespace PitWall.Alerts.Twilio;

/// <summary>Who asked not to be written to. The gate asks it before every message; STOP, START and error 21610 change it. Thread-safe.</summary>
/// <remarks>
/// The default keeps the latest 10,000 in memory. Twilio keeps its own list and refuses with 21610, so forgetting costs a
/// request and not an unwanted text. A host may register a list of its own that remembers across restarts. While one throws, no message
/// is sent: it fails, and nothing of it has left.
/// </remarks>
public interface IOptOutList
{
    /// <summary>Whether a number has opted out on a channel.</summary>
    /// <param name="number">The recipient.</param>
    /// <param name="channel">The channel; an opt-out of texts does not concern WhatsApp.</param>
    /// <returns><see langword="true"/> when nothing may be sent.</returns>
    bool Contains(E164PhoneNumber number, AlertChannel channel);

    /// <summary>Notes that a number has opted out.</summary>
    /// <param name="number">The recipient.</param>
    /// <param name="channel">The channel.</param>
    void Add(E164PhoneNumber number, AlertChannel channel);

    /// <summary>Notes that a number has opted in again.</summary>
    /// <param name="number">The recipient.</param>
    /// <param name="channel">The channel.</param>
    void Remove(E164PhoneNumber number, AlertChannel channel);
}
