namespace PitWall.Alerts.Twilio;

/// <summary>Queues alerts without waiting for anything. Thread-safe.</summary>
public interface IAlertQueue
{
    /// <summary>Queues an alert and returns at once.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="recipient">Who it is for; a phone number string means an SMS.</param>
    /// <returns>A handle to await, query or cancel the alert. It need not be kept.</returns>
    /// <exception cref="ArgumentException">Thrown when the alert has no message or no type, or an argument is <see langword="null"/>.</exception>
    AlertHandle Enqueue(Alert alert, AlertRecipient recipient);

    /// <summary>Queues a batch and returns at once.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="recipient">Who it is for.</param>
    /// <returns>A handle to await, query or cancel the batch.</returns>
    /// <exception cref="ArgumentException">Thrown when an alert in it has no message or no type, or an argument is <see langword="null"/>.</exception>
    AlertHandle Enqueue(AlertBatch batch, AlertRecipient recipient);
}
