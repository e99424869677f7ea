namespace PitWall.Alerts.Twilio;

/// <summary>
/// The recipients who have opted out. The gate checks it before every message; STOP, START and error 21610 update it. Thread-safe.
/// </summary>
/// <remarks>
/// The default list keeps the latest 10,000 in memory. Twilio keeps its own list and refuses with 21610, so a forgotten entry costs
/// a request and does not cause an unwanted text. A host may register a list that remembers across restarts. While a list throws,
/// messages fail and nothing of them is sent. <see cref="Contains"/> is asked on the way of every message, by the thread that sends it, the caller
/// of <see cref="IAlertQueue.Enqueue(Alert, AlertRecipient)"/> included, and without a time limit: answer from memory, and read and write a
/// database elsewhere.
/// </remarks>
public interface IOptOutList
{
    /// <summary>Whether a number has opted out on a channel.</summary>
    /// <param name="number">The recipient.</param>
    /// <param name="channel">The channel; an opt-out from texts does not apply to WhatsApp.</param>
    /// <returns><see langword="true"/> if nothing may be sent.</returns>
    bool Contains(E164PhoneNumber number, AlertChannel channel);

    /// <summary>Records that a number has opted out.</summary>
    /// <param name="number">The recipient.</param>
    /// <param name="channel">The channel.</param>
    void Add(E164PhoneNumber number, AlertChannel channel);

    /// <summary>Records that a number has opted in again.</summary>
    /// <param name="number">The recipient.</param>
    /// <param name="channel">The channel.</param>
    void Remove(E164PhoneNumber number, AlertChannel channel);
}
