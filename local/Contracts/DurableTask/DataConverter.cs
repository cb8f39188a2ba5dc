namespace Microsoft.DurableTask;

/// <summary>Turns values into text and back.</summary>
public abstract class DataConverter
{
    /// <summary>A value as text; null stays null.</summary>
    public abstract string? Serialize(object? value);

    /// <summary>Text as a value of the type.</summary>
    public abstract object? Deserialize(string? data, Type targetType);

    /// <summary>Text as a value of the type.</summary>
    public virtual T? Deserialize<T>(string? data) =>
        (T?)(Deserialize(data, typeof(T)) ?? default(T));
}
