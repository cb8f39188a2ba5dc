using System.ComponentModel.DataAnnotations;

namespace ProgramReview.Functions.Web.Links;

/// <summary>Settings of the personal links; section <c>Links</c>.</summary>
public sealed class LinkOptions
{
    /// <summary>The section's name.</summary>
    public const string SectionName = "Links";

    /// <summary>Where people reach the product, for example <c>https://review.example/</c>: the beginning of every link.</summary>
    [Required]
    public Uri? BaseUri { get; set; }

    /// <summary>The id of the key that new tokens are made with; a key of <see cref="Keys"/>.</summary>
    [Required]
    public string CurrentKey { get; set; } = "";

    /// <summary>
    /// The keys by id, each 32 bytes in base64, from Key Vault in Azure and from a protected file locally. Old keys stay until the
    /// last link made with them has expired.
    /// </summary>
    public IDictionary<string, string> Keys { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
