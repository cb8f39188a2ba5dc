using System.Text.Json.Serialization;

namespace ProgramReview.Core.Receipts;

/// <summary>Whether what a file holds was looked at when its receipt was made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptChecks>))]
public enum ReceiptChecks
{
    /// <summary>Not yet: a receipt of its own follows, which says whether the file can count.</summary>
    Outstanding,

    /// <summary>Yes, or nobody could: this receipt follows the one of the storing.</summary>
    Done,
}
