using System.Globalization;
using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Callbacks;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Which page of a list a request asks for, and the envelope of the answer. Source: Twilio docs, "API responses", paging.</summary>
internal sealed class ListQuery
{
    private const int DefaultSize = 50;
    private const int MaxSize = 1000;
    private const string TokenPrefix = "PA";

    private readonly ApiRequest _request;

    private ListQuery(ApiRequest request) => _request = request;

    public int Size { get; private init; } = DefaultSize;

    public int Page { get; private init; }

    /// <summary>How many items are on the pages before.</summary>
    public int Skip => (int)Math.Min((long)Page * Size, int.MaxValue);

    /// <summary>The last item of the page before; null on the first page.</summary>
    public string? AfterSid { get; private init; }

    public static bool TryRead(ApiRequest request, out ListQuery query, out ApiError? error)
    {
        query = new ListQuery(request);
        error = null;
        var size = DefaultSize;
        var page = 0;
        if (request.QueryValue("PageSize") is { } sizeText
            && !(int.TryParse(sizeText, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= MaxSize))
            error = new ApiError(20007, "Page size must be between 1 and 1000");
        else if (request.QueryValue("Page") is { } pageText && !(int.TryParse(pageText, CultureInfo.InvariantCulture, out page) && page >= 0))
            error = new ApiError(20422, "Page must be a number of 0 or more");
        if (error is not null) return false;

        query = new ListQuery(request) { Size = size, Page = page, AfterSid = Token(request) };
        return true;
    }

    /// <summary>Answers with a page.</summary>
    /// <param name="key">The name of the array.</param>
    /// <param name="found">The items of this page, and one more when there is a next page.</param>
    /// <param name="sid">The identity of an item.</param>
    /// <param name="write">Writes an item.</param>
    public ApiAnswer Answer<T>(string key, IReadOnlyList<T> found, Func<T, string> sid, Action<Utf8JsonWriter, T> write) =>
        ApiAnswer.Json(200, this, (writer, query) =>
        {
            var items = found.Take(query.Size).ToList();
            var start = query.Skip;
            writer.WriteStartObject();
            writer.WriteStartArray(key);
            foreach (var item in items) write(writer, item);
            writer.WriteEndArray();
            writer.WriteNumber("page", query.Page);
            writer.WriteNumber("page_size", query.Size);
            writer.WriteNumber("start", start);
            writer.WriteNumber("end", Math.Max(start, start + items.Count - 1));
            writer.WriteString("uri", query.Uri(query.Page, query._request.QueryValue("PageToken")));
            writer.WriteString("first_page_uri", query.Uri(0, null));
            writer.WriteString("next_page_uri", found.Count > query.Size ? query.Uri(query.Page + 1, TokenPrefix + sid(items[^1])) : null);
            writer.WriteString("previous_page_uri", query.Page > 0 ? query.Uri(query.Page - 1, null) : null);
            writer.WriteEndObject();
        });

    private static string? Token(ApiRequest request) =>
        request.QueryValue("PageToken") is { } token && token.StartsWith(TokenPrefix, StringComparison.Ordinal) ? token[TokenPrefix.Length..] : null;

    private string Uri(int page, string? token)
    {
        List<KeyValuePair<string, string>> query = [.. _request.Query.Where(static field => field.Key is not ("Page" or "PageSize" or "PageToken"))];
        query.Add(new("PageSize", Size.ToString(CultureInfo.InvariantCulture)));
        query.Add(new("Page", page.ToString(CultureInfo.InvariantCulture)));
        if (token is not null) query.Add(new("PageToken", token));
        return _request.Path + "?" + FormText.Write(query);
    }
}
