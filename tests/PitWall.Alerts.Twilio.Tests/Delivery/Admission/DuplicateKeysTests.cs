using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class DuplicateKeysTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly DuplicateKeys _sut = new(new Entropy());

    [Fact]
    public void Of_AnyPartDiffers_IsAnotherKey()
    {
        UInt128[] keys =
        [
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "Box this lap"),
            _sut.Of(Jobs.PhoneNumber(1), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "Box this lap"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Voice, AlertKind.Strategy, "pit_stop", "Box this lap"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Coaching, "pit_stop", "Box this lap"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "fuel", "Box this lap"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "Box this la"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "Box this lap\0"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "Box thi slap"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_sto", "pBox this lap"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "Box\u2009this lap"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", string.Empty),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "\0"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "\0\0\0\0\0\0\0\0"),
            _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", "\0\0\0\0\0\0\0\0\0"),
        ];

        keys.Should().OnlyHaveUniqueItems();
        _sut.Of(Jobs.PhoneNumber(0), AlertChannel.Sms, AlertKind.Strategy, "pit_stop", string.Concat("Box ", "this lap")).Should().Be(keys[0]);
    }

    [Fact]
    public void Of_TextsThatDifferInOneCharacter_AllHaveTheirOwn()
    {
        var keys = new HashSet<UInt128>();
        for (var at = 0; at < 200; at++)
        {
            for (var bit = 0; bit < 16; bit++)
            {
                var text = new char[200];
                text[at] = (char)(1 << bit);
                keys.Add(_sut.Of(Jobs.Phone, AlertChannel.Sms, AlertKind.Strategy, "fuel", new string(text))).Should().BeTrue();
            }
        }

        keys.Select(static key => (ulong)key).Should().OnlyHaveUniqueItems("each half is a hash of its own");
        keys.Select(static key => (ulong)(key >> 64)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Of_TheCallersKey_IsNoMessageOfAnyKind()
    {
        var own = _sut.Of(Jobs.Make(_clock, message: "Box this lap", key: "Box this lap"));

        own.Should().NotBe(_sut.Of(Jobs.Make(_clock, message: "Box this lap")));
        own.Should().Be(_sut.Of(Jobs.Make(_clock, message: "Something else", key: "Box this lap")));
    }

    [Fact]
    public void Of_AnotherProcess_HasOtherKeys()
    {
        var other = new DuplicateKeys(new Entropy());

        other.Of(Jobs.Make(_clock)).Should().NotBe(_sut.Of(Jobs.Make(_clock)));
    }

    [Theory]
    [InlineData(3, ulong.MaxValue)]
    [InlineData(0x1234_5678_9ABC_DEF0, 0x1EDC_BA98_7654_3210)]
    [InlineData((1UL << 61) - 2, 1UL << 60)]
    [InlineData((1UL << 61) - 1, 1UL << 61)]
    public void Of_KnownPoints_IsThePolynomialModuloThePrime(ulong first, ulong second)
    {
        var sut = new DuplicateKeys(new KnownBits([first, second]));
        var prime = (UInt128.One << 61) - 1;

        var key = sut.Of(default, AlertChannel.Sms, AlertKind.Strategy, "abcdefghi", "j\u0436kl");

        // Recipient; channel and kind; a length that says it is ASCII, and its characters eight by eight; one that does not, and three by three.
        UInt128[] words =
        [
            0,
            (ulong)AlertChannel.Sms << 8 | (ulong)AlertKind.Strategy,
            (9 << 1) | 1,
            Packed("abcdefgh", 7),
            'i',
            4 << 1,
            Packed("j\u0436k", 16),
            'l',
        ];
        key.Should().Be((At(first % prime) << 64) | At(second % prime));

        UInt128 At(UInt128 point) => words.Aggregate(UInt128.Zero, (sum, word) => Times(sum, point, prime) + word) % prime;
    }

    private static UInt128 Packed(string text, int bits) => text.Aggregate(UInt128.Zero, (word, c) => (word << bits) | c);

    // Bit by bit, as 128 bits do not hold the product of all that 61 bits hold twice over.
    private static UInt128 Times(UInt128 a, UInt128 b, UInt128 prime)
    {
        var product = UInt128.Zero;
        for (a %= prime; b > 0; b >>= 1, a = (a << 1) % prime)
        {
            if ((b & 1) == 1)
                product = (product + a) % prime;
        }

        return product;
    }

    private sealed class KnownBits(Queue<ulong> bits) : Entropy
    {
        public KnownBits(ulong[] bits)
            : this(new Queue<ulong>(bits))
        {
        }

        public override ulong NextBits() => bits.Dequeue();
    }
}
