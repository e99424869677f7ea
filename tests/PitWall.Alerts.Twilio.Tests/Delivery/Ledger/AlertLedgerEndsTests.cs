using System.Net;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

/// <summary>What stands in the ledger when an alert's end and what Twilio reports of it say different things, or one of them comes first.</summary>
public class AlertLedgerEndsTests
{
    private const string Sid = "SM00000000000000000000000000000001";

    private readonly ManualTimeProvider _clock = new();
    private readonly PitWallTwilioOptions _options = new();
    private readonly AlertLedger _sut;

    public AlertLedgerEndsTests() => _sut = new AlertLedger(() => _options, _clock);

    [Fact]
    public void Close_Accepted_HasNoError() => Close(Open(), Accepted).ErrorCode.Should().BeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Close_NeverEntered_WasAdmittedIfItWas(bool isAdmitted)
    {
        var job = Jobs.Make(_clock);
        job.IsAdmitted = isAdmitted;

        var entry = Close(job, new AlertResult { Outcome = AlertOutcome.Suppressed, Reason = SuppressionReason.Budget });

        entry.Times.ContainsKey(AlertStep.Admitted).Should().Be(isAdmitted);
    }

    [Fact]
    public void Close_FailedAfterAReport_SaysWhyItFailed()
    {
        var job = Open();
        _sut.TryChange(job.Id, Sid, 0, static (ref f, _) => (f.ErrorCode, f.ReportedDetail) = (TwilioErrorCode.UnreachableHandset, "Off."), out _);
        var error = new TwilioApiException(HttpStatusCode.BadRequest, TwilioErrorCode.OptedOut, "refused", isTransient: false);

        var entry = Close(job, new AlertResult { Outcome = AlertOutcome.Failed, Detail = "It was refused.", Error = error });

        (entry.ErrorCode, entry.Detail).Should().Be((TwilioErrorCode.OptedOut, "It was refused."));
    }

    [Fact]
    public void Close_ReportedBefore_IsIdentifiedOnce()
    {
        var identified = 0;
        _sut.Identified += (ref _, _) => identified++;
        var job = Open();

        _sut.TryChange(job.Id, Sid, 0, static (ref _, _) => { }, out _);
        Close(job, Accepted);

        identified.Should().Be(1);
    }

    [Fact]
    public void TryChange_TheFirstAlertsSidAndAnotherAlert_ChangesTheOneWhoseSidItIs()
    {
        var first = Open();
        Close(first, Accepted);
        var other = Open();

        _sut.TryChange(other.Id, Sid, 0, static (ref f, _) => f.MessageStatus = MessageStatus.Delivered, out var found).Should().BeTrue();

        found.Should().Be(first.Id);
        _sut.Find(other.Id)!.MessageStatus.Should().Be(MessageStatus.Unknown);
    }

    [Fact]
    public void TryChange_AlertOfUnknownEnd_WasAcceptedAndDidNotEnd()
    {
        var job = Open();
        Close(job, new AlertResult { Outcome = AlertOutcome.Unknown });

        _sut.TryChange(job.Id, Sid, 0, static (ref _, _) => { }, out _);

        _sut.Find(job.Id)!.Times.Keys.Should().Equal(AlertStep.Decided, AlertStep.Admitted, AlertStep.Accepted);
    }

    [Fact]
    public void Open_AsOldAsIsKept_IsKept()
    {
        _options.Delivery.Ledger.MaxAge = TimeSpan.FromHours(1);
        var job = Open();

        _clock.Advance(TimeSpan.FromHours(1));
        Open();
        _sut.Find(job.Id).Should().NotBeNull();

        _clock.Advance(TimeSpan.FromTicks(1));
        Open();
        _sut.Find(job.Id).Should().BeNull();
    }

    [Fact]
    public void Find_Null_IsRefused()
    {
        new Action(() => _sut.Find(null!)).Should().Throw<ArgumentNullException>();
        new Action(() => _sut.FindBySid(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void ToString_AnEntry_SaysWhatBecameOfItWithoutTheNumber() =>
        Close(Open(), Accepted).ToString().Should()
            .StartWith("AlertEntry { Id = alert-").And.Contain("Kind = Strategy, Type = pit_stop, Channel = Sms").And.Contain("Outcome = Accepted")
            .And.EndWith($"Sid = {Sid} }}").And.NotContain(AlertHost.Phone);

    [Fact]
    public void ToString_AnEntryThatDidNotArrive_SaysSo()
    {
        var job = Open();
        Close(job, Accepted);
        _sut.TryChange(
            job.Id, Sid, 0, static (ref f, _) => (f.MessageStatus, f.ErrorCode) = (MessageStatus.Undelivered, TwilioErrorCode.UnreachableHandset), out _);

        _sut.Find(job.Id)!.ToString().Should().EndWith($"Sid = {Sid}, MessageStatus = Undelivered, ErrorCode = 30003 }}");
    }

    private static AlertResult Accepted => new() { Outcome = AlertOutcome.Accepted, Message = new MessageReceipt { Sid = Sid } };

    private AlertJob Open()
    {
        var job = Jobs.Make(_clock);
        _sut.NoteAdmitted(job, segments: 1, AlertHolds.UnderWay, _clock.GetUtcNow());
        return job;
    }

    private AlertEntry Close(AlertJob job, AlertResult result)
    {
        _sut.Close(job, result, _clock.GetUtcNow());
        return _sut.Find(job.Id)!;
    }
}
