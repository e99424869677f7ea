namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

public sealed class PhoneNumberAllocationTests
{
    private static readonly (string Region, string Text)[] Texts =
    [
        ("", "+34600111222"), ("ES", "600 111 222"), ("AR", "011 15-2345-6789"), ("DE", "0171/1234567"), ("DE", "491711234567"), ("US", "+1 (650) 253-0000 ext. 12"),
        ("US", "tel:253-0000;phone-context=+1-650"), ("", "\uFF0B34\u00A0600111222"), ("", "+1234567890"), ("", "hello"), ("ES", "600111222 / 600111333"),
    ];

    [Fact]
    public void Normalize_OfAnyText_AllocatesNothing()
    {
        var sut = new PhoneNumberNormalizer();
        PhoneNumberOptions[] options = [.. Texts.Select(text => new PhoneNumberOptions { DefaultRegion = text.Region, AllowedRegions = ["ES", "AR", "DE", "US"] })];

        var allocated = LeastAllocated(Run);

        allocated.Should().Be(0);
        Run().Should().Be(7);

        int Run()
        {
            var successes = 0;

            for (var i = 0; i < Texts.Length; i++)
            {
                successes += sut.Normalize(Texts[i].Text, options[i]).IsSuccess ? 1 : 0;
            }

            return successes;
        }
    }

    [Fact]
    public void Number_HeldComparedAndDescribed_AllocatesNothing()
    {
        var numbers = new HashSet<E164PhoneNumber>(4) { E164PhoneNumber.Parse("+34600111222") };

        var allocated = LeastAllocated(Run);

        allocated.Should().Be(0);
        Run().Should().Be(12 + 34 + 1 + 1);

        int Run()
        {
            Span<char> text = stackalloc char[16];
            _ = E164PhoneNumber.TryParse("+34600111222", null, out var number);
            _ = number.TryFormat(text, out var length);

            return length + number.CallingCode + (numbers.Contains(number) ? 1 : 0) + (number is { Region: "ES", Kind: PhoneNumberKind.Mobile, CanBeTexted: true } ? 1 : 0);
        }
    }

    // The runtime itself allocates when it first runs or recompiles a method, so the best of some rounds counts.
    private static long LeastAllocated(Func<int> run) => Enumerable.Range(0, 10).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();

        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
