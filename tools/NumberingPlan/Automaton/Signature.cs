namespace PitWall.Tools.NumberingPlan.Automaton;

/// <summary>Numbers compared by value, as the key of a dictionary.</summary>
internal readonly struct Signature : IEquatable<Signature>
{
    private readonly int[] _values;
    private readonly int _hash;

    internal Signature(int[] values)
    {
        _values = values;
        var hash = default(HashCode);

        foreach (var value in values)
        {
            hash.Add(value);
        }

        _hash = hash.ToHashCode();
    }

    public bool Equals(Signature other) => _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => obj is Signature other && Equals(other);

    public override int GetHashCode() => _hash;
}
