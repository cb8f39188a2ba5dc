using Microsoft.DurableTask;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Writes no payload that no store could keep, and reads a missing one.</summary>
internal sealed class BoundedConverter(DataConverter inner) : DataConverter
{
    public override string? Serialize(object? value) => Bounds.Payload(inner.Serialize(value));

    public override object? Deserialize(string? data, Type targetType) =>
        inner.Deserialize(data, targetType);

    /// <summary>What is missing is the default, also of a value type.</summary>
    public override T? Deserialize<T>(string? data)
        where T : default => data is null ? default : base.Deserialize<T>(data);
}
