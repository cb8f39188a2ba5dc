namespace ProgramReview.Functions.Checking;

/// <summary>A part as the directory of an archive lists it.</summary>
/// <param name="Name">Its name, with slashes and without one in front.</param>
/// <param name="IsEncrypted">Whether it asks for a password.</param>
/// <param name="Method">How it is packed: 0 not at all, 8 deflated.</param>
/// <param name="Crc">The check sum of its bytes.</param>
/// <param name="Packed">Their number in the archive.</param>
/// <param name="Size">Their number when unpacked.</param>
/// <param name="Place">Where its own header lies in the file.</param>
internal sealed record ZipPart(
    string Name,
    bool IsEncrypted,
    int Method,
    uint Crc,
    long Packed,
    long Size,
    long Place
);
