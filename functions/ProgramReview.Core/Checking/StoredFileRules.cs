using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>Decides from what storage says of a file whether its bytes are read at all; refusals are findings with a code.</summary>
public static class StoredFileRules
{
    /// <summary>Why a stored file is not read, or null if it is.</summary>
    /// <param name="type">What is asked.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="isReadable">Whether it is an ordinary file whose bytes can be had at once and without a key.</param>
    public static Finding? Refuse(ReportType type, long size, bool isReadable) =>
        isReadable ? TooLarge(type, size) : new Finding("file-unreadable", Severity.Blocker, []);

    /// <summary>The finding about a file larger than its type allows, or null.</summary>
    public static Finding? TooLarge(ReportType type, long? size) =>
        size > type.MaxBytes
            ? new Finding(
                "file-too-large",
                Severity.Error,
                [
                    size.Value.ToString(CultureInfo.InvariantCulture),
                    type.MaxBytes.ToString(CultureInfo.InvariantCulture),
                ]
            )
            : null;
}
