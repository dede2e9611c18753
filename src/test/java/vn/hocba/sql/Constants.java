package vn.hocba.sql;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ConstantDynamic;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * The texts of a compiled class: its constants as the compiler has put them together, the pieces of what is joined at run time with {@link TableNames#PUT_IN} in
 * the gaps, and what its annotations say.
 */
final class Constants extends ClassVisitor {

    private static final String READ_MODEL = "Lvn/hocba/shared/ReadModel;";

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<String> readModelOf = new LinkedHashSet<>();

    private Constants() {
        super(Opcodes.ASM9);
    }

    static Constants of(byte[] compiled) {
        Constants constants = new Constants();
        new ClassReader(compiled).accept(constants, ClassReader.SKIP_DEBUG);
        return constants;
    }

    Set<String> texts() {
        return texts;
    }

    /** What the mark says; empty where there is none. */
    Set<String> readModelOf() {
        return readModelOf;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return values(descriptor.equals(READ_MODEL) ? readModelOf : texts);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        add(value);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return values(texts);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return values(texts);
            }

            @Override
            public void visitLdcInsn(Object value) {
                add(value);
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
                for (Object argument : arguments) {
                    add(argument);
                }
            }
        };
    }

    private void add(Object value) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof ConstantDynamic dynamic) {
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                add(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private AnnotationVisitor values(Set<String> into) {
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String name, Object value) {
                if (value instanceof String text) {
                    into.add(text);
                }
            }

            @Override
            public AnnotationVisitor visitArray(String name) {
                return this;
            }

            @Override
            public AnnotationVisitor visitAnnotation(String name, String descriptor) {
                return this;
            }
        };
    }
}
