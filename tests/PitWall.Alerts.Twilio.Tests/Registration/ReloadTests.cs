using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>Options that change while the service runs.</summary>
public class ReloadTests
{
    private static readonly SmsMessage Message = new() { To = RawHost.Phone, Body = "Box this lap" };

    [Fact]
    public async Task Reload_RotatedToken_IsUsedByTheNextRequest()
    {
        await using var sut = new Reloading();
        await sut.Client.SendSmsAsync(Message);

        sut.Change("AuthToken", "rotated-token");
        await sut.Client.SendSmsAsync(Message);

        sut.Tokens.Should().Equal(RawHost.AuthToken, "rotated-token");
    }

    [Theory]
    [InlineData("AccountSid", "AC1")]
    [InlineData("AuthToken", "")]
    [InlineData("Voice:Repeat", "99")]
    [InlineData("Voice:Repeat", "not a number")]
    public async Task Reload_Invalid_KeepsTheLastValidOptionsAndSaysSoOnce(string key, string value)
    {
        await using var sut = new Reloading();
        await sut.Client.SendSmsAsync(Message);

        sut.Change(key, value);
        for (var i = 0; i < 3; i++)
            (await sut.Client.SendSmsAsync(Message)).Should().NotBeNull();

        sut.Tokens.Should().Equal(Enumerable.Repeat(RawHost.AuthToken, 4));
        var error = sut.Logs.Ours.Where(l => l.Level >= LogLevel.Error).Should().ContainSingle().Subject;
        error.EventId.Should().Be(AlertEventIds.InvalidReload);
        error.Text.Should().Contain($"PitWall:Twilio:{key}").And.NotContain("not a number");
    }

    [Fact]
    public async Task Reload_InvalidBeforeAnythingWasSent_KeepsWhatTheServiceStartedWith()
    {
        await using var sut = new Reloading();
        _ = sut.Client;

        sut.Change("AccountSid", "AC1");

        (await sut.Client.SendSmsAsync(Message)).Should().NotBeNull();
    }

    [Fact]
    public async Task Reload_ValidAgain_IsTakenAndTheNextFailureIsSaidAgain()
    {
        await using var sut = new Reloading();
        await sut.Client.SendSmsAsync(Message);

        sut.Change("Voice:Repeat", "99");
        await sut.Client.SendSmsAsync(Message);
        sut.Change("Voice:Repeat", "2");
        sut.Change("AuthToken", "rotated-token");
        await sut.Client.SendSmsAsync(Message);
        sut.Change("Voice:Repeat", "99");
        await sut.Client.SendSmsAsync(Message);

        sut.Tokens.Should().Equal(RawHost.AuthToken, RawHost.AuthToken, "rotated-token", "rotated-token");
        sut.Logs.Ours.Count(l => l.EventId == AlertEventIds.InvalidReload).Should().Be(2);
    }

    [Fact]
    public async Task Reload_DefaultRegion_IsFollowedByTheNormalizer()
    {
        await using var sut = new Reloading();
        var normalizer = sut.Get<IPhoneNumberNormalizer>();
        normalizer.Normalize("600 111 222").IsSuccess.Should().BeFalse();

        sut.Change("Numbers:DefaultRegion", "ES");

        normalizer.Normalize("600 111 222").Number.ToString().Should().Be("+34600111222");
    }

    [Fact]
    public async Task Reload_HostsOwnConfiguringThrows_KeepsTheLastValidOptionsAndShowsNoMessage()
    {
        var isBroken = false;
        await using var sut = new Reloading(b => b.Configure(_ =>
        {
            if (isBroken)
                throw new FormatException("t0p-s3cret");
        }));
        await sut.Client.SendSmsAsync(Message);

        isBroken = true;
        sut.Change("Voice:Repeat", "3");

        (await sut.Client.SendSmsAsync(Message)).Should().NotBeNull();
        sut.Logs.Ours.Single(l => l.EventId == AlertEventIds.InvalidReload).Text.Should().Contain("FormatException").And.NotContain("t0p-s3cret");
    }

    private sealed class Reloading : IAsyncDisposable
    {
        private readonly RawTwilio _server = RawTwilio.Start(RawAnswer.Json(RawHost.Created, 201));
        private readonly IConfigurationRoot _configuration;
        private readonly ServiceProvider _provider;

        public Reloading(Action<PitWallTwilioBuilder>? more = null)
        {
            _configuration = Bound.Configuration([.. Bound.Whole(), new("PitWall:Twilio:BaseAddress", _server.Address.ToString())]);
            _provider = Bound.Provider(s =>
            {
                Logs.AddTo(s);
                var builder = s.AddPitWallTwilio(_configuration);
                more?.Invoke(builder);
            });
        }

        public LogCollector Logs { get; } = new();

        public ITwilioAlertClient Client => Get<ITwilioAlertClient>();

        public IEnumerable<string> Tokens => _server.Requests.Select(r =>
            Encoding.UTF8.GetString(Convert.FromBase64String(r.Header("Authorization")!["Basic ".Length..])).Split(':')[1]);

        public T Get<T>()
            where T : notnull => _provider.GetRequiredService<T>();

        public void Change(string key, string value)
        {
            _configuration[$"PitWall:Twilio:{key}"] = value;
            try
            {
                _configuration.Reload();
            }
            catch (AggregateException)
            {
                // .NET's options monitor tells whoever reloads that the new options are invalid; what counts is what is sent then.
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _provider.DisposeAsync();
            await _server.DisposeAsync();
            Logs.Dispose();
        }
    }
}
