namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function as the host found it.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The file of the assembly.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>The method, with its type.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>The id of the function.</summary>
    public abstract string Id { get; }

    /// <summary>The name of the function.</summary>
    public abstract string Name { get; }
}
