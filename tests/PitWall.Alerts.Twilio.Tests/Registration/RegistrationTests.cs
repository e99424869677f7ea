using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>The forms of AddPitWallTwilio.</summary>
public class RegistrationTests
{
    [Fact]
    public void AddPitWallTwilio_RootOrSection_MeanTheSame()
    {
        var root = Bound.Configuration(Bound.Whole());

        Sid(s => s.AddPitWallTwilio(root)).Should().Be(RawHost.AccountSid);
        Sid(s => s.AddPitWallTwilio(root.GetSection("PitWall:Twilio"))).Should().Be(RawHost.AccountSid);
    }

    [Fact]
    public void AddPitWallTwilio_SectionOfAnotherName_IsBoundAsItIs()
    {
        var root = Bound.Configuration(Bound.Whole("Alerts:Phones"));

        Sid(s => s.AddPitWallTwilio(root.GetSection("Alerts:Phones"))).Should().Be(RawHost.AccountSid);
    }

    [Fact]
    public void AddPitWallTwilio_NamedRootOrSection_MeanTheSame()
    {
        var root = Bound.Configuration(Bound.Whole("PitWall:Twilio:Accounts:sprint"));

        Sid(s => s.AddPitWallTwilio("sprint", root), "sprint").Should().Be(RawHost.AccountSid);
        Sid(s => s.AddPitWallTwilio("sprint", root.GetSection("PitWall:Twilio:Accounts:sprint")), "sprint").Should().Be(RawHost.AccountSid);
    }

    [Fact]
    public void AddPitWallTwilio_CodeAfterAConfiguration_HasTheLastWord()
    {
        var root = Bound.Configuration(Bound.Whole());

        Sid(s => s.AddPitWallTwilio(root).Configure(o => o.AccountSid = Bound.OtherSid)).Should().Be(Bound.OtherSid);
        Sid(s =>
        {
            s.AddPitWallTwilio(root);
            s.AddPitWallTwilio(o => o.AccountSid = Bound.OtherSid);
        }).Should().Be(Bound.OtherSid);
    }

    [Fact]
    public void AddPitWallTwilio_SecondConfiguration_IsLaidOverTheFirst()
    {
        Sid(s =>
        {
            s.AddSingleton<IConfiguration>(Bound.Configuration(Bound.Whole()));
            s.AddPitWallTwilio();
            s.AddPitWallTwilio(Bound.Configuration([new("PitWall:Twilio:AccountSid", Bound.OtherSid)]));
        }).Should().Be(Bound.OtherSid);
    }

    [Fact]
    public void AddPitWallTwilio_Again_RegistersNothingTwice()
    {
        var services = new ServiceCollection();
        var root = Bound.Configuration([.. Bound.Whole(), new("PitWall:Twilio:Gate:AllowedRecipients:0", RawHost.Phone)]);
        services.AddSingleton<IConfiguration>(root);
        Register();
        var once = services.ToList();

        Register();

        services.Where(d => !once.Contains(d)).Should().OnlyContain(
            d => d.ServiceType.Namespace!.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) && d.ServiceType.Name.StartsWith("IConfigureOptions", StringComparison.Ordinal),
            "only what code sets is set again");
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().CurrentValue.Gate.AllowedRecipients.Should().ContainSingle();

        void Register()
        {
            services.AddPitWallTwilio();
            services.AddPitWallTwilio("sprint");
            services.AddPitWallTwilio(o => o.Voice.Repeat = 1);
        }
    }

    [Fact]
    public void AddPitWallTwilio_Builder_KnowsWhatItBuilds()
    {
        var services = new ServiceCollection();

        var sut = services.AddPitWallTwilio("sprint", o => o.AccountSid = Bound.OtherSid);

        (sut.Services, sut.Name).Should().Be((services, "sprint"));
        sut.HttpClient.Name.Should().Contain("sprint");
        sut.Invoking(b => b.Configure(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void AddPitWallTwilio_WrongArguments_Throw()
    {
        var services = new ServiceCollection();

        FluentActions.Invoking(() => services.AddPitWallTwilio((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => services.AddPitWallTwilio((Action<PitWallTwilioOptions>)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => services.AddPitWallTwilio(" ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => services.AddPitWallTwilio("x", (IConfiguration)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => services.AddPitWallTwilio("x", (Action<PitWallTwilioOptions>)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ((IServiceCollection)null!).AddPitWallTwilio()).Should().Throw<ArgumentNullException>();
    }

    private static string? Sid(Action<IServiceCollection> register, string account = "")
    {
        using var provider = Bound.Provider(register);
        return provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().Get(account).AccountSid;
    }
}
