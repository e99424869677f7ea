using System.ComponentModel;
using System.Globalization;

namespace PitWall.Alerts.Twilio;

/// <summary>
/// Converts E.164 text to an <see cref="E164PhoneNumber"/> and back, for configuration and model binding. Empty text is no number.
/// </summary>
public sealed class E164PhoneNumberTypeConverter : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">Thrown when the text is not a <see cref="PhoneNumberLevel.Possible"/> number. The message does not repeat it.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value switch
    {
        string { Length: 0 } => default(E164PhoneNumber),
        string text => E164PhoneNumber.Parse(text),
        _ => base.ConvertFrom(context, culture, value),
    };

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is E164PhoneNumber number && destinationType == typeof(string)
            ? number.ToString()
            : base.ConvertTo(context, culture, value, destinationType);
}
