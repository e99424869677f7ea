using FaultMatrix.Matrix;

namespace FaultMatrix.Tests;

/// <summary>Every row of the matrix, by name.</summary>
public sealed class FaultKinds : TheoryData<string>
{
    public FaultKinds()
    {
        foreach (var kind in FaultKind.All)
            Add(kind.Name);
    }

    internal static FaultKind Find(string name) => FaultKind.All.Single(k => k.Name == name);
}
