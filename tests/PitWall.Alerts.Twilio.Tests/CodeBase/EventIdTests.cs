using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PitWall.Alerts.Twilio.AspNetCore;

namespace PitWall.Alerts.Twilio.Tests.CodeBase;

/// <summary>Every event id is used for one message, and every public one is used.</summary>
public class EventIdTests
{
    /// <summary>The public constants, as the source names them.</summary>
    private static Dictionary<string, int> Ids => new[] { typeof(AlertEventIds), typeof(PitWallTwilioEndpointEventIds) }
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
        .ToDictionary(f => $"{f.DeclaringType!.Name}.{f.Name}", f => (int)f.GetRawConstantValue()!);

    /// <summary>The first argument of every [LoggerMessage] in the packages.</summary>
    private static List<string> Used =>
    [
        .. SourceTree.OfAll
            .SelectMany(f => f.Root.DescendantNodes().OfType<AttributeSyntax>())
            .Where(a => a.Name.ToString() == "LoggerMessage")
            .Select(a => a.ArgumentList!.Arguments[0].Expression.ToString()),
    ];

    [Fact]
    public void EventIds_Numbers_AreUnique() => Ids.Values.Should().OnlyHaveUniqueItems();

    [Fact]
    public void LoggerMessages_EveryOne_NamesAPublicIdThatNoOtherHas()
    {
        Used.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        Used.Should().BeSubsetOf(Ids.Keys);
    }

    [Fact]
    public void EventIds_EveryOne_IsLogged() => Ids.Keys.Except(Used).Should().BeEmpty();
}
