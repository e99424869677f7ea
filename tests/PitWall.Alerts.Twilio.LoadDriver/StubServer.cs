using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.LoadDriver;

/// <summary>A server that takes every message and answers as Twilio does, with as little work as possible.</summary>
internal static class StubServer
{
    private static long _count;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Console.WriteLine(addresses.Addresses.Single());

        // The driver closes our input when it is done, or gone.
        await Console.In.ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        var sid = Interlocked.Increment(ref _count).ToString("x32", CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        context.Response.Headers["Twilio-Request-Id"] = "RQ" + sid;
        await context.Response.WriteAsync(
            $$$"""
            {"body":"a text of about one hundred characters, as an alert has, so that the answer has a real size.","num_segments":"1","direction":"outbound-api","from":"+15125550100","date_updated":"Thu, 24 Aug 2023 05:01:45 +0000","price":null,"error_message":null,"uri":"/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM{{{sid}}}.json","account_sid":"AC00000000000000000000000000000000","num_media":"0","to":"+34600111222","date_created":"Thu, 24 Aug 2023 05:01:45 +0000","status":"queued","sid":"SM{{{sid}}}","date_sent":null,"messaging_service_sid":null,"error_code":null,"price_unit":"USD","api_version":"2010-04-01","subresource_uris":{"media":"/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM{{{sid}}}/Media.json"}}
            """);
    }
}
