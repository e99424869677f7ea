using System.Reflection;
using System.Runtime.CompilerServices;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>Rules of the public API that no compiler checks.</summary>
public class ApiRulesTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] WithoutToken = ["DisposeAsync"];

    private static IEnumerable<MethodInfo> Methods => Packages.All
        .SelectMany(a => a.GetExportedTypes())
        .SelectMany(t => t.GetMethods(Declared))
        .Where(m => !m.IsSpecialName);

    [Fact]
    public void AsyncMethods_EveryOne_EndsInAsyncAndTakesATokenLast()
    {
        var waiting = Methods.Where(m => IsAwaitable(m.ReturnType) && !WithoutToken.Contains(m.Name) && !IsStop(m)).ToList();

        waiting.Should().HaveCountGreaterThan(10, "or the rule looks at nothing");
        waiting.Where(m => !m.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Describe).Should().BeEmpty();
        waiting.Where(m => m.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)).Select(Describe).Should().BeEmpty();
        waiting.Where(m => m.GetParameters().Count(p => p.ParameterType == typeof(CancellationToken)) != 1).Select(Describe).Should().BeEmpty();
    }

    [Fact]
    public void AsyncMethods_TheToken_IsOptionalAndNamedAlike() =>
        Methods.Where(m => IsAwaitable(m.ReturnType))
            .SelectMany(m => m.GetParameters())
            .Where(p => p.ParameterType == typeof(CancellationToken) && p.Name != "cancellationToken")
            .Select(p => Describe((MethodInfo)p.Member))
            .Should().BeEmpty();

    [Fact]
    public void Options_EveryProperty_HasASetterAndADefault()
    {
        foreach (var type in Packages.Core.GetExportedTypes().Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal)))
        {
            type.IsSealed.Should().BeTrue($"{type.Name} is no base of anything");
            type.GetConstructor(Type.EmptyTypes).Should().NotBeNull($"{type.Name} is made by configurations");
            foreach (var property in type.GetProperties(Declared))
                property.SetMethod?.IsPublic.Should().BeTrue($"{type.Name}.{property.Name} is set by configurations and code");
        }
    }

    [Fact]
    public void Types_EveryClass_IsSealedAbstractOrStatic() =>
        Packages.All.SelectMany(a => a.GetExportedTypes())
            .Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract)
            .Select(t => t.FullName)
            .Should().BeEmpty();

    [Fact]
    public void Statics_NoPublicField_CanBeChanged() =>
        Packages.All.SelectMany(a => a.GetExportedTypes())
            .SelectMany(t => t.GetFields(Declared))
            .Where(f => f is { IsStatic: true, IsLiteral: false, IsInitOnly: false })
            .Should().BeEmpty();

    [Fact]
    public void Records_NoToString_IsTheCompilersOwn()
    {
        var records = Packages.Core.GetExportedTypes().Where(t => t.GetMethod("<Clone>$") is not null);

        records.Where(t => HoldsPersonalData(t) && !IsPrintedByHand(t))
            .Select(t => t.Name)
            .Should().BeEmpty("a record that the compiler prints brings numbers and texts into logs");
    }

    [Fact]
    public void Alerts_ToString_HoldsNoMessage()
    {
        Alert[] alerts = [new StrategyAlert(StrategyAlertType.Fuel, "secret plan"), new CoachingAlert(CoachingAlertType.Tires, "secret plan"), new CriticalAlert("secret plan")];

        alerts.Should().OnlyContain(a => !a.ToString().Contains("secret plan"));
    }

    /// <summary>Whether a record, or what it derives from, says itself what it prints.</summary>
    private static bool IsPrintedByHand(Type? type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            if (type.GetMethods(own).Any(m => m.Name is "ToString" or "PrintMembers" && !m.IsDefined(typeof(CompilerGeneratedAttribute))))
                return true;
        }

        return false;
    }

    private static bool HoldsPersonalData(Type type) =>
        type.GetProperties().Any(p => p.Name is "To" or "From" or "PhoneNumber" or "Recipient" or "Body" or "Message" or "Text" or "Url");

    private static bool IsStop(MethodInfo method) => method is { Name: "StopAsync", DeclaringType.Name: "TwilioSandbox" };

    private static bool IsAwaitable(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var d && (d == typeof(Task<>) || d == typeof(ValueTask<>) || d == typeof(IAsyncEnumerable<>)));

    private static string Describe(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
