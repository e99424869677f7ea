namespace FaultMatrix.Matrix;

/// <summary>What keeps a connection from being made.</summary>
internal enum ConnectFault
{
    None,
    Refused,
    UnknownHost,
}
