using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Tells the processor what is written soon, so that it is there by then. Only a hint: it reads and changes nothing.</summary>
internal static unsafe class CacheHint
{
    private const int LineBytes = 64;

    /// <summary>Fetches where a value stands.</summary>
    public static void Fetch<T>(ref T value)
        where T : struct
    {
        if (!Sse.IsSupported)
            return;

        Fetch((byte*)Unsafe.AsPointer(ref value), Unsafe.SizeOf<T>());
    }

    /// <summary>Fetches an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="bytes">About how large it is.</param>
    public static void Fetch(object value, int bytes)
    {
        if (Sse.IsSupported)
            Fetch(*(byte**)Unsafe.AsPointer(ref value), bytes);
    }

    // The collector may move it meanwhile, and then the hint is in vain.
    private static void Fetch(byte* at, int bytes)
    {
        for (var offset = 0; offset < bytes; offset += LineBytes)
            Sse.Prefetch0(at + offset);
    }
}
