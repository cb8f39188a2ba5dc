using System.Text.Json.Serialization;

namespace ProgramReview.Core.Receipts;

/// <summary>Which instant was judged.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptInstantKind>))]
public enum ReceiptInstantKind
{
    /// <summary>The commit: when storage had the whole file.</summary>
    Commit,

    /// <summary>The request that was refused; it is no commit.</summary>
    Request,

    /// <summary>The arrival on paper or by mail that a person of operations states; the commit is that of the evidence.</summary>
    Arrival,
}
