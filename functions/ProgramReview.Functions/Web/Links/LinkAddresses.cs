using Microsoft.Extensions.Options;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Web.Links;

/// <summary>The addresses that stand in mails and pages.</summary>
public sealed class LinkAddresses(IOptions<LinkOptions> options, LinkTokens tokens)
{
    /// <summary>The personal address of a link.</summary>
    public Uri Of(LinkPurpose purpose, string linkId) =>
        At($"{RootOf(purpose)}/{tokens.TokenOf(linkId)}");

    /// <summary>The published dossier of a cycle.</summary>
    public Uri Dossier(CycleId cycle) => At($"d/{cycle}");

    /// <summary>The status page of a cycle.</summary>
    public Uri Status(CycleId cycle) => At($"status/{cycle}");

    /// <summary>The figures of a cycle, which staff read.</summary>
    public Uri Figures(CycleId cycle) => At($"status/{cycle}/figures");

    /// <summary>The public keys that receipts are checked with.</summary>
    public Uri ReceiptKeys => At(".well-known/receipt-keys.json");

    private static string RootOf(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Upload => "u",
            LinkPurpose.Decide => "a",
            LinkPurpose.Objection => "o",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No page."),
        };

    private Uri At(string path) => new(options.Value.BaseUri!, path);
}
