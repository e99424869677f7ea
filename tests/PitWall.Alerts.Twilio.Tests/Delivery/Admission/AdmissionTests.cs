using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class AdmissionTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly ShiftedClock _clock;
    private readonly DeliveryOptions _options = new();
    private readonly PitWall.Alerts.Twilio.Delivery.Admission _sut;

    public AdmissionTests()
    {
        _clock = new ShiftedClock(_time);
        _sut = new PitWall.Alerts.Twilio.Delivery.Admission(new Entropy(), _clock);
    }

    [Fact]
    public void Admit_EqualAlertUnderWay_IsItsDuplicate()
    {
        var leader = Admitted();

        Admit(Jobs.Make(_clock)).Leader.Should().BeSameAs(leader);
    }

    [Fact]
    public void Admit_WindowOfNought_HasNoDuplicates()
    {
        _options.Deduplication.Strategy = TimeSpan.Zero;
        Admitted();

        Admit(Jobs.Make(_clock)).Should().Be(AdmissionVerdict.Admitted);
        _options.Deduplication.Strategy = TimeSpan.FromMinutes(1);
        Admit(Jobs.Make(_clock)).Should().Be(AdmissionVerdict.Admitted, "those before hold no key");
    }

    [Fact]
    public void Admit_EqualAlertSent_IsADuplicateForTheWindowFromItsEndOn()
    {
        var leader = Admitted();
        _time.Advance(TimeSpan.FromMinutes(2));
        _sut.End(leader, Jobs.Accepted(leader));

        _time.Advance(TimeSpan.FromSeconds(59));
        Admit(Jobs.Make(_clock)).Sent.Should().Be(new SentAlert(leader.Place, AlertOutcome.Accepted));
        _time.Advance(TimeSpan.FromSeconds(1));
        Admit(Jobs.Make(_clock)).Should().Be(AdmissionVerdict.Admitted);
    }

    [Theory]
    [InlineData(AlertOutcome.Failed)]
    [InlineData(AlertOutcome.Suppressed)]
    [InlineData(AlertOutcome.NotConfigured)]
    public void Admit_EqualAlertWasNotSent_IsNew(AlertOutcome outcome)
    {
        var leader = Admitted();
        _sut.End(leader, new AlertResult { Outcome = outcome });

        Admit(Jobs.Make(_clock)).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_EqualAlertMayHaveBeenSent_IsADuplicate()
    {
        var leader = Admitted();
        _sut.End(leader, new AlertResult { Outcome = AlertOutcome.Unknown });

        Admit(Jobs.Make(_clock)).Reason.Should().Be(SuppressionReason.Duplicate);
    }

    [Fact]
    public void Admit_OtherMessageTypeRecipientOrChannel_IsNew()
    {
        Admitted();

        Admit(Jobs.Make(_clock, message: "Stay out")).Should().Be(AdmissionVerdict.Admitted);
        Admit(Jobs.Make(_clock, type: StrategyAlertType.Fuel)).Should().Be(AdmissionVerdict.Admitted);
        Admit(Jobs.Make(_clock, phone: Jobs.PhoneNumber(1))).Should().Be(AdmissionVerdict.Admitted);
        Admit(Jobs.Make(_clock, channel: AlertChannel.WhatsApp)).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_CallersKey_WinsOverTheText()
    {
        Admit(Jobs.Make(_clock, message: "15% left", key: "tires")).Should().Be(AdmissionVerdict.Admitted);

        Admit(Jobs.Make(_clock, message: "14% left", key: "tires")).Reason.Should().Be(SuppressionReason.Duplicate);
        Admit(Jobs.Make(_clock, message: "14% left")).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_SameKeyButMoreUrgent_IsNoDuplicateOfWhatWaits()
    {
        Admit(Jobs.Make(_clock, Band.Low, key: "tires")).Should().Be(AdmissionVerdict.Admitted);

        Admit(Jobs.Make(_clock, Band.Critical, key: "tires")).Should().Be(AdmissionVerdict.Admitted);
        Admit(Jobs.Make(_clock, Band.High, key: "tires")).Reason.Should().Be(SuppressionReason.Duplicate);
    }

    [Fact]
    public void Admit_WindowOfZero_IsNeverADuplicate()
    {
        _options.Deduplication.Strategy = TimeSpan.Zero;
        Admitted();

        Admit(Jobs.Make(_clock)).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_BelowTheFloor_IsHeldBackUnlessCritical()
    {
        _options.LowestSeverity = AlertSeverity.High;

        Admit(Jobs.Make(_clock, Band.Medium)).Reason.Should().Be(SuppressionReason.BelowSeverity);
        Admit(Jobs.Make(_clock, Band.Critical)).Should().Be(AdmissionVerdict.Admitted);
    }

    [Theory]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    public void Admit_LessThanASecondLeft_HasExpired(int milliseconds, bool isExpired)
    {
        var verdict = Admit(Jobs.Make(_clock, validFor: TimeSpan.FromMilliseconds(milliseconds)));

        verdict.Reason.Should().Be(isExpired ? SuppressionReason.Expired : SuppressionReason.None);
    }

    [Fact]
    public void Admit_OverTheLimit_IsRateLimitedUntilOneWasNotSent()
    {
        _options.Limits.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        var first = Admitted();
        Admit(Jobs.Make(_clock, message: "b")).Reason.Should().Be(SuppressionReason.RateLimited);

        _sut.End(first, new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Superseded });

        Admit(Jobs.Make(_clock, message: "c")).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_DuringCooldown_IsHeldBackWhateverItSays()
    {
        _options.Limits.Cooldown = TimeSpan.FromMinutes(1);
        var first = Admitted();
        _sut.End(first, Jobs.Accepted(first));
        Admit(Jobs.Make(_clock, message: "b")).Reason.Should().Be(SuppressionReason.RateLimited);

        _time.Advance(TimeSpan.FromMinutes(1));

        Admit(Jobs.Make(_clock, message: "b")).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_CooldownOfAnAlertThatFailed_IsTakenBack()
    {
        _options.Limits.Cooldown = TimeSpan.FromMinutes(1);
        var first = Admitted();
        _sut.End(first, Jobs.Failed(first));

        Admit(Jobs.Make(_clock, message: "b")).Should().Be(AdmissionVerdict.Admitted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void End_OneOfTwoThatBeganACooldownWasSent_ItsCooldownStays(bool isFirstSent)
    {
        _options.Limits.Cooldown = TimeSpan.FromMinutes(1);
        var first = Admitted();
        var news = Jobs.Make(_clock, message: "b");
        _sut.Admit(news, _options, _clock.GetTimestamp(), replacesWaiting: true).Should().Be(AdmissionVerdict.Admitted);
        var cancelled = new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Cancelled };

        _sut.End(isFirstSent ? first : news, Jobs.Accepted(isFirstSent ? first : news));
        _sut.End(isFirstSent ? news : first, cancelled);

        Admit(Jobs.Make(_clock, message: "c")).Reason.Should().Be(SuppressionReason.RateLimited);
    }

    [Fact]
    public void Admit_ClockSetBackAnHour_HoldsNothingLongerThanTheWindow()
    {
        _options.Limits.Cooldown = TimeSpan.FromMinutes(1);
        var first = Admitted();
        _sut.End(first, Jobs.Accepted(first));

        _clock.Set(-TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromMinutes(1));

        Admit(Jobs.Make(_clock)).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_ClockSetForwardAnHour_ExpiresNothing()
    {
        var job = Jobs.Make(_clock, validFor: TimeSpan.FromMinutes(1));

        _clock.Set(TimeSpan.FromHours(1));

        Admit(job).Should().Be(AdmissionVerdict.Admitted);
    }

    [Fact]
    public void Admit_InPlaceOfAWaitingOne_IsNotRateLimitedButCounts()
    {
        _options.Limits.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        _options.Limits.Cooldown = TimeSpan.FromMinutes(1);
        var waiting = Admitted();

        _sut.Admit(Jobs.Make(_clock, message: "b"), _options, _clock.GetTimestamp(), replacesWaiting: true).Should().Be(AdmissionVerdict.Admitted);
        _sut.End(waiting, new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Superseded });

        _options.Limits.Cooldown = TimeSpan.Zero;
        Admit(Jobs.Make(_clock, message: "c")).Reason.Should().Be(SuppressionReason.RateLimited);
    }

    [Fact]
    public void Admit_InPlaceOfAWaitingOneButEqualToAnother_IsItsDuplicate()
    {
        var leader = Admitted();

        _sut.Admit(Jobs.Make(_clock), _options, _clock.GetTimestamp(), replacesWaiting: true).Leader.Should().BeSameAs(leader);
    }

    [Fact]
    public void Admit_Refused_HoldsNothing()
    {
        _options.Limits.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        Admitted();
        var refused = Jobs.Make(_clock, message: "b");
        Admit(refused).Reason.Should().Be(SuppressionReason.RateLimited);

        _sut.End(refused, Jobs.Failed(refused));

        Admit(Jobs.Make(_clock, message: "c")).Reason.Should().Be(SuppressionReason.RateLimited, "it took nothing, so it gives nothing back");
    }

    [Fact]
    public void End_Twice_GivesBackOnce()
    {
        _options.Limits.Recipient = new RateOptions { PerMinute = 1, Burst = 2 };
        var first = Admitted();
        Admit(Jobs.Make(_clock, message: "b")).Should().Be(AdmissionVerdict.Admitted);
        _sut.End(first, Jobs.Failed(first));
        _sut.End(first, Jobs.Failed(first));

        Admit(Jobs.Make(_clock, message: "c")).Should().Be(AdmissionVerdict.Admitted);
        Admit(Jobs.Make(_clock, message: "d")).Reason.Should().Be(SuppressionReason.RateLimited);
    }

    [Fact]
    public void End_AlertAdmittedBeforeALimitWasSet_GivesNothingBackToIt()
    {
        _options.Limits.Recipient = new RateOptions { PerMinute = 0, Burst = 1 };
        var before = Admitted();
        _options.Limits.Recipient = new RateOptions { PerMinute = 1, Burst = 1 };
        Admit(Jobs.Make(_clock, message: "the one a minute")).Should().Be(AdmissionVerdict.Admitted);

        _sut.End(before, Jobs.Failed(before));

        Admit(Jobs.Make(_clock, message: "one more")).Reason.Should().Be(SuppressionReason.RateLimited);
    }

    [Fact]
    public void Admit_AsSevereAsTheFloor_IsAdmitted()
    {
        _options.LowestSeverity = AlertSeverity.Medium;

        Admit(Jobs.Make(_clock, Band.Medium)).Should().Be(AdmissionVerdict.Admitted);
        Admit(Jobs.Make(_clock, Band.Low)).Reason.Should().Be(SuppressionReason.BelowSeverity);
    }

    [Fact]
    public void End_AlertThatEnded_IsNotRemembered()
    {
        var weak = SendAndForget();

        GC.Collect();

        weak.IsAlive.Should().BeFalse("a key that is held must not keep the alert and its text");
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference SendAndForget()
    {
        var job = Admitted();
        _sut.End(job, Jobs.Accepted(job));
        return new WeakReference(job);
    }

    private AlertJob Admitted()
    {
        var job = Jobs.Make(_clock);
        Admit(job).Should().Be(AdmissionVerdict.Admitted);
        return job;
    }

    private AdmissionVerdict Admit(AlertJob job) => _sut.Admit(job, _options, _clock.GetTimestamp());
}
