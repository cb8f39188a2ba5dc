using System.Text.Json;
using System.Text.Json.Serialization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Compiling;

/// <summary>A piece of a dossier: at most a hundred reports, in the plan's order. It is a document of its own, named by its hash.</summary>
/// <param name="Reports">The reports.</param>
public sealed record DossierPiece([property: JsonRequired] IReadOnlyList<DossierReport> Reports)
{
    /// <summary>So many reports are in a piece.</summary>
    public const int Most = 100;

    /// <summary>The piece of some rows.</summary>
    /// <param name="rows">The rows, in the plan's order.</param>
    /// <param name="now">The present.</param>
    public static DossierPiece Of(IEnumerable<AssignmentRow> rows, DateTimeOffset now) =>
        new([.. rows.Select(row => DossierReport.Of(row, now))]);

    /// <summary>As it is stored: the exact bytes whose hash names it.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DossierJson.Options);

    /// <summary>SHA-256 of that, lower-case hexadecimal.</summary>
    public string Hash() => Dossier.HashOf(ToBytes());

    /// <summary>Reads a piece back.</summary>
    /// <exception cref="JsonException">These are not the bytes of a piece.</exception>
    public static DossierPiece FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<DossierPiece>(bytes, DossierJson.Options)
        ?? throw new JsonException("An empty piece.");

    /// <summary>What an audience reads of it.</summary>
    public DossierPiece For(Readers audience) =>
        PublicationPlan.ShowsExplanations(audience)
            ? this
            : new([.. Reports.Select(report => report.WithoutExplanations())]);
}
