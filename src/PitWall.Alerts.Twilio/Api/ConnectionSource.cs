namespace PitWall.Alerts.Twilio.Api;

/// <summary>The connection for the options in force; a new one whenever they change, so a rotated token works at once.</summary>
internal sealed class ConnectionSource(Func<PitWallTwilioOptions> options)
{
    private TwilioConnection? _connection;

    public TwilioConnection Current
    {
        get
        {
            var current = options();
            var connection = Volatile.Read(ref _connection);
            if (connection is null || !ReferenceEquals(connection.Options, current))
                Volatile.Write(ref _connection, connection = new TwilioConnection(current));

            return connection;
        }
    }
}
