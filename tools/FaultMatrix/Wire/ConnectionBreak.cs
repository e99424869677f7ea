namespace FaultMatrix.Wire;

/// <summary>What breaks a connection before anything is read.</summary>
internal enum ConnectionBreak
{
    None,
    Reset,
    NoTls,
}
