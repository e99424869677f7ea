namespace PitWall.Alerts.Twilio.Api;

/// <summary>One page of Twilio's list of messages or calls.</summary>
/// <param name="Creates">The resources.</param>
/// <param name="NextPage">The next page, relative to the host; <see langword="null"/> at the end.</param>
/// <param name="Date">Twilio's clock when it answered.</param>
internal readonly record struct ListedPage(IReadOnlyList<ListedCreate> Creates, string? NextPage, DateTimeOffset? Date);
