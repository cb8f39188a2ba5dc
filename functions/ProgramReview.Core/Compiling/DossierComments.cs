using System.Text.Json;
using System.Text.Json.Serialization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Compiling;

/// <summary>What approvers wrote in former rounds: a document of its own, so that the root of a dossier can be read by everybody.</summary>
/// <param name="Said">The comments, in the order of the answers; answers without words are left out.</param>
public sealed record DossierComments([property: JsonRequired] IReadOnlyList<DossierComment> Said)
{
    /// <summary>Those before a round.</summary>
    /// <param name="cycle">The cycle's own stream.</param>
    /// <param name="round">The round that a dossier is compiled for.</param>
    public static DossierComments Before(EventStream cycle, int round) =>
        new([
            .. cycle
                .Select(entry => entry.Event)
                .OfType<CycleEvent.Decided>()
                .Where(decided => decided.Round < round && decided.Comment.Length > 0)
                .Select(decided => new DossierComment(
                    decided.Round,
                    decided.Approver,
                    decided.Comment
                )),
        ]);

    /// <summary>As it is stored: the exact bytes whose hash names it.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DossierJson.Options);

    /// <summary>Reads comments back.</summary>
    /// <exception cref="JsonException">These are not the bytes of comments.</exception>
    public static DossierComments FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<DossierComments>(bytes, DossierJson.Options)
        ?? throw new JsonException("No comments.");
}
