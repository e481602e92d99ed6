using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Stp.Tests.Warehouse.Bindings;

/// <summary>The types and members an assembly offers to others, or asks of another, as lines of text that compare.</summary>
internal static class AssemblyMembers
{
    private static readonly SignatureText Signatures = new();

    /// <summary>Everything public that the assembly at the path defines.</summary>
    public static IReadOnlyCollection<string> DefinedIn(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic))
                continue;
            var name = SignatureText.NameOf(reader, handle);
            lines.Add(name);
            lines.UnionWith(type.GetMethods().Select(reader.GetMethodDefinition)
                .Where(method => (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public)
                .Select(method => Method(name, reader.GetString(method.Name), method.DecodeSignature(Signatures, null))));
            lines.UnionWith(type.GetFields().Select(reader.GetFieldDefinition)
                .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
                .Select(field => Field(name, reader.GetString(field.Name), field.DecodeSignature(Signatures, null))));
        }

        return lines;
    }

    /// <summary>Everything that the assembly at the path asks of the assembly with the given name.</summary>
    public static IReadOnlyCollection<string> AskedBy(string path, string assemblyName)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in reader.TypeReferences.Where(handle => IsFrom(reader, handle, assemblyName)))
            lines.Add(SignatureText.NameOf(reader, handle));
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference || !IsFrom(reader, (TypeReferenceHandle)member.Parent, assemblyName))
                continue;
            var name = SignatureText.NameOf(reader, (TypeReferenceHandle)member.Parent);
            lines.Add(member.GetKind() == MemberReferenceKind.Field
                ? Field(name, reader.GetString(member.Name), member.DecodeFieldSignature(Signatures, null))
                : Method(name, reader.GetString(member.Name), member.DecodeMethodSignature(Signatures, null)));
        }

        return lines;
    }

    /// <summary>The identity under which the assembly at the path asks for the one with the given name.</summary>
    public static AssemblyName IdentityAskedBy(string path, string assemblyName)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName())
            .Single(name => name.Name == assemblyName);
    }

    private static bool IsFrom(MetadataReader reader, TypeReferenceHandle handle, string assemblyName)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsFrom(reader, (TypeReferenceHandle)scope, assemblyName),
            HandleKind.AssemblyReference =>
                reader.StringComparer.Equals(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, assemblyName),
            _ => false,
        };
    }

    private static string Method(string type, string name, MethodSignature<string> signature) =>
        $"{type}::{name} {SignatureText.Of(signature)}";

    private static string Field(string type, string name, string fieldType) => $"{type}::{name} field {fieldType}";
}
