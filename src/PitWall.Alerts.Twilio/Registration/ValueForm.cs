namespace PitWall.Alerts.Twilio.Registration;

/// <summary>What a value looks like in a configuration, for people who do not know the names of .NET's types.</summary>
internal static class ValueForm
{
    private static readonly Dictionary<string, string> Forms = new()
    {
        [typeof(int).FullName!] = "a whole number",
        [typeof(long).FullName!] = "a whole number",
        [typeof(double).FullName!] = "a number, such as 2.5",
        [typeof(decimal).FullName!] = "a number, such as 2.5",
        [typeof(bool).FullName!] = "true or false",
        [typeof(TimeSpan).FullName!] = "a time such as 00:00:30",
        [typeof(Uri).FullName!] = "an address such as https://pit.example",
        [typeof(PhoneNumberLevel).FullName!] = OneOf<PhoneNumberLevel>(),
        [typeof(PhoneNumberKind).FullName!] = OneOf<PhoneNumberKind>(),
        [typeof(PhoneNumberStyles).FullName!] = OneOf<PhoneNumberStyles>() + ", or several with commas between them",
        [typeof(AlertSeverity).FullName!] = OneOf<AlertSeverity>(),
        [typeof(AlertLayout).FullName!] = OneOf<AlertLayout>(),
    };

    /// <summary>Says what a value must look like.</summary>
    /// <param name="type">The type's full name, as the binder writes it.</param>
    /// <returns>Such as <c>a whole number</c>; for a type that no option has, its name.</returns>
    public static string Of(string type) => Forms.GetValueOrDefault(type, type);

    private static string OneOf<TEnum>()
        where TEnum : struct, Enum => "one of " + string.Join(", ", Enum.GetNames<TEnum>());
}
