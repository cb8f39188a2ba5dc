using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Storage;

namespace ProgramReview.Functions.Index;

/// <content>How rows are written and read.</content>
internal sealed partial class TableAssignmentIndex
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static TableEntity New(string partition, string key) =>
        new(partition, key) { [Schema] = AssignmentRow.CurrentSchema };

    private static bool IsCurrent(TableEntity entity) =>
        entity.GetInt32(Schema) == AssignmentRow.CurrentSchema;

    private static AssignmentRow? ReadRow(TableEntity entity) =>
        IsCurrent(entity)
            ? JsonSerializer.Deserialize<AssignmentRow>(LongText.Read(entity, Row), Json)
            : null;

    private static NodeRow? ReadNode(TableEntity entity) =>
        IsCurrent(entity) ? Unpack(LongText.Read(entity, Row)) : null;

    // A row takes half a million characters. However many deadlines differ, what thousands of assignments add up to is less when packed.
    private static string Pack(NodeRow row)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(zip, row, Json);
        }
        return Convert.ToBase64String(packed.ToArray());
    }

    private static NodeRow Unpack(string text)
    {
        using var zip = new GZipStream(
            new MemoryStream(Convert.FromBase64String(text)),
            CompressionMode.Decompress
        );
        return JsonSerializer.Deserialize<NodeRow>(zip, Json)!;
    }
}
