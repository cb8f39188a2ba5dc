using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Files that mean harm, made on the spot, and what reading each comes to.</summary>
internal static partial class HostileFiles
{
    private const int Many = 200_000;
    private const int Megabyte = 1024 * 1024;

    /// <summary>One of them.</summary>
    /// <param name="What">What it is.</param>
    /// <param name="Format">What it is read as.</param>
    /// <param name="Make">Makes it.</param>
    /// <param name="Faults">What may come of it; null among them if it may also be read.</param>
    public sealed record One(
        string What,
        FileFormat Format,
        Func<byte[]> Make,
        params ReadingFault?[] Faults
    );

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<One> All =
    [
        .. Packages(FileFormat.Docx),
        .. Packages(FileFormat.Xlsx),
        .. Documents(),
        .. Workbooks(),
        .. Pages(),
        .. Old(),
        .. Tables(),
        .. Others(),
    ];

    private static string Deep(string name, int times = Many) =>
        string.Concat(Enumerable.Repeat($"<{name}>", times))
        + string.Concat(Enumerable.Repeat($"</{name}>", times));

    private static byte[] Whole(FileFormat format, string content = "") =>
        format == FileFormat.Docx
            ? Docxs.Of(Docxs.Paragraph("Chữ") + content)
            : Xlsxs.Of(Xlsxs.Row("<c r='A1'><v>1</v></c>") + content);

    private static IEnumerable<One> Others() =>
        Enum.GetValues<FileFormat>()
            .Select(format => new One(
                "noise",
                format,
                () =>
                {
                    var noise = new byte[50_000];
                    for (var i = 0; i < noise.Length; i++)
                    {
                        noise[i] = (byte)(i * i * 31 + i / 7);
                    }
                    return noise;
                },
                ReadingFault.Damaged
            ));
}
