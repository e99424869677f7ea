using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Diagnostics;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>The services of one account: unkeyed for the default one, keyed by its name for another.</summary>
internal sealed class AccountServices(IServiceCollection services, string name, string clientName)
{
    public void Add()
    {
        AddFoundations();
        AddApi();
        AddText();
        AddWebhooks();
        AddDelivery();
        services.AddSingleton<IHostedService>(p => From(p).Get<StartupNotice>());
        services.AddSingleton<IHostedService>(p => From(p).Get<DeliveryDrain>());
        services.AddSingleton<IHostedService>(p => From(p).Get<StatusPoller>());
    }

    private void AddFoundations()
    {
        services.TryAddSingleton<Entropy>();
        TryAdd(a => new CurrentOptions(a.Get<IOptionsMonitor<PitWallTwilioOptions>>(shared: true), name, a.Logger));
        TryAdd(a => new StartupNotice(a.Get<CurrentOptions>(), () => a.Get<ITwilioAlertClient>(), a.Logger));
        TryAdd<IPhoneNumberNormalizer>(a => new CurrentNormalizer(a.Part(static o => o.Numbers)));
        TryAdd<IOptOutList>(_ => new InMemoryOptOutList());
    }

    private void AddApi()
    {
        TryAdd(a => new ConnectionSource(a.Options));
        TryAdd(a => new TwilioTransport(a.Get<IHttpMessageHandlerFactory>(shared: true), clientName, a.TransportClock));
        TryAdd(a => new TwilioQueries(a.Get<TwilioTransport>(), a.Entropy, a.TransportClock));
        TryAdd(_ => new SidClaims());
        TryAdd(a => new CreatesInFlight(a.TransportClock));
        TryAdd(_ => new CallbackSettlements());
        TryAdd(_ => new SegmentBudget());
        TryAdd(_ => new TrialAccount());
        TryAdd(a => new AccountCircuit(a.TransportClock));
        TryAdd(a => new CreateLister(a.Get<TwilioQueries>(), a.Get<SidClaims>(), a.TransportClock));
        TryAdd(a => new Reconciler(a.Get<CreateLister>(), a.Get<SidClaims>(), a.Get<CreatesInFlight>(), a.TransportClock));
        TryAdd(a => new SendGate(a.Get<IOptOutList>(), a.Get<SegmentBudget>(), a.Options, a.Logger));
        TryAdd(a => new RequestRecipients(a.Get<IPhoneNumberNormalizer>()));
        TryAdd(a => new SmsWriter(a.Get<RequestRecipients>(), a.Get<TrialAccount>(), a.TransportClock));
        TryAdd(a => new WhatsAppWriter(a.Get<RequestRecipients>(), a.TransportClock));
        TryAdd(a => new CallWriter(a.Get<RequestRecipients>()));
        TryAdd(a => new HealthProbe(a.Get<TwilioQueries>(), a.Get<AccountCircuit>(), a.Get<TrialAccount>()));
        TryAdd(a => new TwilioTransmitter(
            a.Get<TwilioTransport>(),
            a.Get<Reconciler>(),
            a.Get<SidClaims>(),
            a.Get<CreatesInFlight>(),
            a.Get<CallbackSettlements>(),
            a.Get<AccountCircuit>(),
            a.Get<SendGate>(),
            a.Entropy,
            a.TransportClock,
            a.Logger));
        TryAdd<ITwilioAlertClient>(a =>
        {
            a.Get<StartupNotice>().SayOnce();
            return new TwilioAlertClient(
                a.Get<ConnectionSource>(),
                a.Get<SmsWriter>(),
                a.Get<WhatsAppWriter>(),
                a.Get<CallWriter>(),
                a.Get<TwilioTransmitter>(),
                a.Get<TwilioQueries>(),
                a.Get<HealthProbe>());
        });
    }

    private void AddText()
    {
        TryAdd<IStrategyAlertFormatter>(a => new StrategyAlertFormatter(a.Part(static o => o.Text)));
        TryAdd<ICoachingAlertFormatter>(a => new CoachingAlertFormatter(a.Part(static o => o.Text)));
        TryAdd<ICriticalAlertFormatter>(a => new CriticalAlertFormatter(a.Part(static o => o.Text)));
        TryAdd<IAlertBatchFormatter>(a => new AlertBatchFormatter(a.Part(static o => o.Text)));
    }

    private void AddWebhooks()
    {
        TryAdd(a => new StatusBook<MessageStatus>(MessageProgress.Judge, a.Part(static o => o.Webhooks.Remembered)));
        TryAdd(a => new StatusBook<CallStatus>(CallProgress.Judge, a.Part(static o => o.Webhooks.Remembered)));
        TryAdd(a => new CallScripts(a.Entropy, a.TransportClock, a.Options));
        TryAdd(a => new HandlerCalls(a.Get<IServiceScopeFactory>(shared: true), name, a.Options, a.TransportClock, a.Logger));
        TryAdd(a => new StatusUpdates(
            a.Get<StatusBook<MessageStatus>>(),
            a.Get<StatusBook<CallStatus>>(),
            a.Get<IStatusRecorder>(),
            a.Get<IOptOutList>(),
            a.Get<HandlerCalls>(),
            a.Logger));
        TryAdd<ITwilioWebhooks>(a =>
        {
            a.Get<StartupNotice>().SayOnce();
            return new TwilioWebhooks(
                new WebhookVerifier(a.Options),
                a.Get<StatusUpdates>(),
                new InboundMessages(a.Get<IOptOutList>(), a.Get<HandlerCalls>(), a.Logger),
                a.Get<CallScripts>(),
                a.Get<CallbackSettlements>(),
                a.Get<IStatusRecorder>(),
                a.Options,
                a.Clock,
                new RefusalLog(a.TransportClock, a.Logger),
                a.Logger);
        });
    }

    private void AddDelivery()
    {
        TryAdd(a => new AlertTelemetry(name, a.GetOptional<IMeterFactory>()));
        TryAdd(a => new AlertLedger(a.Options, a.Clock));
        TryAdd<IAlertLedger>(a => a.Get<AlertLedger>());
        TryAdd(a => new AlertJobFactory(a.Options, a.Entropy, a.Clock));
        TryAdd(a => new Admission(a.Entropy, a.Clock));
        TryAdd(a => new AlertCloser(a.Get<Admission>(), a.Get<AlertLedger>(), a.Get<AlertTelemetry>(), a.Clock, a.Logger));
        TryAdd(a =>
        {
            var dispatcher = new AlertDispatcher(
                new RecipientReader(a.Get<ITwilioAlertClient>(), a.Get<IPhoneNumberNormalizer>()),
                a.Get<Admission>(),
                new AlertRenderer(
                    a.Get<IStrategyAlertFormatter>(),
                    a.Get<ICoachingAlertFormatter>(),
                    a.Get<ICriticalAlertFormatter>(),
                    a.Get<IAlertBatchFormatter>(),
                    a.Get<TrialAccount>()),
                new AlertSender(a.Get<ITwilioAlertClient>(), new AlertCalls(a.Get<CallScripts>(), a.Options), a.Get<AlertLedger>(), a.Get<Admission>(), a.Clock),
                a.Get<AlertCloser>(),
                a.Get<AlertLedger>(),
                a.Options,
                a.Clock);
            a.Get<AlertTelemetry>().ObserveQueues(dispatcher.Queued);
            return dispatcher;
        });
        TryAdd<IStatusRecorder>(a => new LedgerStatusRecorder(
            a.Get<AlertLedger>(), a.Get<StatusBook<MessageStatus>>(), a.Get<StatusBook<CallStatus>>(), a.Logger));
        TryAdd(a => new StatusPoller(
            a.Get<ITwilioAlertClient>(),
            a.Get<AlertLedger>(),
            a.Get<StatusUpdates>(),
            a.Get<IStatusRecorder>(),
            a.Options,
            a.LatestOptions,
            a.Clock,
            a.TransportClock,
            a.Logger));
        TryAdd(a => new DeliveryDrain(a.Get<AlertDispatcher>(), a.Options, a.TransportClock, a.Logger));
        TryAdd<IPitWallAlerts>(a => new PitWallAlerts(a.Get<AlertJobFactory>(), a.Get<AlertDispatcher>(), a.ValidOptions, a.Clock, a.TransportClock));
        TryAdd<IAlertQueue>(a => new AlertQueue(a.Get<AlertJobFactory>(), a.Get<AlertDispatcher>(), a.ValidOptions));
    }

    private void TryAdd<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(Func<Account, T> make)
        where T : class
    {
        if (name.Length == 0)
            services.TryAddSingleton(p => make(From(p)));
        else
            services.TryAddKeyedSingleton(name, (p, _) => make(From(p)));
    }

    private Account From(IServiceProvider provider) => new(provider, name);

    /// <summary>Finds an account's services by its key, or unkeyed.</summary>
    private sealed class Account(IServiceProvider provider, string name)
    {
        private const string Category = "PitWall.Alerts.Twilio";

        public TimeProvider Clock => Get<TimeProvider>(shared: true);

        public TimeProvider TransportClock => provider.GetRequiredKeyedService<TimeProvider>(PitWallTwilioServiceKeys.TransportClock);

        public Entropy Entropy => Get<Entropy>(shared: true);

        public ILogger Logger => new HostLogger(Get<ILoggerFactory>(shared: true).CreateLogger(name.Length == 0 ? Category : $"{Category}.{name}"));

        /// <summary>
        /// The options in force. Found when a service is made: later the provider may be gone, and a service that still has callers must end
        /// what they send.
        /// </summary>
        public Func<PitWallTwilioOptions> Options
        {
            get
            {
                var current = Get<CurrentOptions>();
                return () => current.Value;
            }
        }

        /// <summary>The options as of the last time they were read, which runs no code of the host's.</summary>
        public Func<PitWallTwilioOptions?> LatestOptions
        {
            get
            {
                var current = Get<CurrentOptions>();
                return () => current.Latest;
            }
        }

        /// <summary>The options in force; they are read at once, so that invalid ones are an error here and not at the first alert.</summary>
        public Func<PitWallTwilioOptions> ValidOptions
        {
            get
            {
                var options = Options;
                _ = options();
                return options;
            }
        }

        /// <summary>A part of the options in force.</summary>
        public Func<T> Part<T>(Func<PitWallTwilioOptions, T> part)
        {
            var options = Options;
            return () => part(options());
        }

        public T Get<T>(bool shared = false)
            where T : notnull =>
            shared || name.Length == 0 ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(name);

        public T? GetOptional<T>()
            where T : class => provider.GetService<T>();
    }
}
