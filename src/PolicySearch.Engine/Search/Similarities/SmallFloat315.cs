namespace Lucene.Net.Search.Similarities;

/// <summary>
/// Positive floats in one byte: 3 bits of mantissa, 5 of exponent, the zero of the exponent at 15. About one significant decimal
/// digit, from 5.8e-10 to 7.5e9; encoding rounds down, and positive values below the range become the least one.
/// </summary>
internal static class SmallFloat315
{
    private const int MantissaBits = 3, DroppedBits = 24 - MantissaBits, Offset = (63 - 15) << MantissaBits;

    public static byte Encode(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        int small = bits >> DroppedBits;
        if (small <= Offset)
            return bits <= 0 ? (byte)0 : (byte)1;
        return small >= Offset + 0x100 ? (byte)0xff : (byte)(small - Offset);
    }

    public static float Decode(byte value) => value == 0 ? 0f : BitConverter.Int32BitsToSingle((value << DroppedBits) + ((63 - 15) << 24));
}
