using ProgramReview.Core.Events;
using ProgramReview.Core.Receipts;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>What the readable sheet of a receipt shows.</summary>
public sealed record ReceiptSheetModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>What the receipt says.</summary>
    public required Receipt Receipt { get; init; }

    /// <summary>The findings whole; the receipt names their codes.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The path of the upload page.</summary>
    public required string BackPath { get; init; }

    /// <summary>The path of the file to keep.</summary>
    public required string FilePath { get; init; }

    /// <summary>Where the public keys are published.</summary>
    public required Uri KeysAddress { get; init; }
}
