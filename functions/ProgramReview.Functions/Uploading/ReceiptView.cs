using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Finds and draws the receipts that the holder of an upload link may see: those of the link's assignment.</summary>
public sealed class ReceiptView(
    IEventStore record,
    LinkAddresses addresses,
    PageRenderer renderer,
    TimeProvider clock
)
{
    /// <summary>The receipt at a place of the assignment's stream, or null.</summary>
    public async Task<RecordedReceipt?> FindAsync(
        Link link,
        long sequence,
        CancellationToken cancellation
    )
    {
        var stream = AssignmentId.Parse(link.Subject).Stream;
        var entries = await record.ReadAsync(stream, cancellation);
        return entries.FirstOrDefault(entry => entry.Sequence == sequence) is { } entry
            ? RecordedReceipt.Find(entry)
            : null;
    }

    /// <summary>The readable sheet.</summary>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        HeldLink held,
        long sequence,
        RecordedReceipt found
    )
    {
        var back = addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath;
        var page = new ReceiptPlaceOnSite(
            found.Receipt.Number,
            FormattableString.Invariant($"{back}/receipts/{sequence}")
        );
        var model = new ReceiptSheetModel
        {
            Context = held.Page(request, clock.GetUtcNow()),
            Receipt = found.Receipt,
            Findings = found.Findings,
            BackPath = back,
            FilePath = page.File,
            KeysAddress = addresses.ReceiptKeys,
        };
        return new PageResult(await renderer.RenderAsync<ReceiptSheet>(model));
    }
}
