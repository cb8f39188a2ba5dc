using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Where the holder of an upload link finds the receipts of the assignment.</summary>
internal sealed class ReceiptPlaces(Link link, LinkAddresses addresses)
{
    private readonly string page = addresses.Of(LinkPurpose.Upload, link.Id).AbsolutePath;

    /// <summary>Where to ask how the check of a recorded file stands.</summary>
    public string ChecksOf(Entry recorded) =>
        $"{page}/checks/{recorded.Sequence.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The receipt of an entry; null if the entry holds none.</summary>
    public ReceiptPlaceOnSite? Of(Entry entry) =>
        RecordedReceipt.Find(entry) is null
            ? null
            : new ReceiptPlaceOnSite(
                ReceiptNumber.Of(entry),
                $"{page}/receipts/{entry.Sequence.ToString(CultureInfo.InvariantCulture)}"
            );
}
